/** Text as Chinese spreadsheet programs save it. Platforms decode GB 18030 but do not encode it: turned round here. */
export const gb18030 = (text: string): Buffer => Buffer.from(Array.from(text, bytesOf).flat());

const twoBytes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    if (trail !== 0x7f) twoBytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}

const bytesOf = (sign: string): readonly number[] => {
  if (sign.charCodeAt(0) < 0x80) return [sign.charCodeAt(0)];
  const bytes = twoBytes.get(sign);
  if (bytes === undefined) throw new Error(`${sign} has no two bytes in GB 18030`);
  return bytes;
};
