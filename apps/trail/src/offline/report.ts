import type { Finding, TrailVerdict } from '@lianban/trail';

const MEANINGS: Readonly<Record<Finding['kind'], string>> = {
  edited: 'edited after it was sealed · 封存后被改动',
  deleted: 'sealed and now gone · 已封存的记录缺失',
  inserted: 'stands among sealed entries and was not sealed with them · 混入未经封存的记录',
  reordered: 'stands at another place than it was sealed at · 顺序被调换',
  'erased-unfounded':
    'personal data gone without a sealed act of erasure (one of the last seconds is sealed soon: export again) · 个人信息缺失，且无已封存的删除记录',
  'header-edited': 'the batch does not follow from the one before · 批次与前一批次不相接',
  'signature-wrong': 'the signature does not fit · 签名不符',
  'key-unknown': 'signed with a key we do not know · 签名密钥未知',
  'rolled-back':
    'another batch was anchored under this number: set back and gone on · 与锚定不符：数据库曾被回退后继续',
  replaced: 'not the batch that was anchored · 不是当时锚定的批次',
  'tail-cut': 'anchored and now gone: cut off, or the database was set back · 尾部缺失：被截断或数据库被回退',
  'anchor-missing': 'missing from the anchor file · 锚定文件中缺失该批次',
};

const placeOf = ({ batch, toBatch, seq, entryId }: Finding): string =>
  [
    toBatch === undefined || toBatch === batch ? `batch ${batch}` : `batches ${batch} to ${toBatch}`,
    ...(seq === undefined ? [] : [`entry ${seq}`]),
    ...(entryId === undefined ? [] : [entryId]),
  ].join(', ');

/** What a person reads: the verdict first, then each place. */
export const report = (verdict: TrailVerdict, withAnchors: boolean): string => {
  const { findings, found, batches, entries, erased, sealedTo, anchoredTo } = verdict;
  const counted = `${batches} batches, ${entries} entries, ${erased} of them with personal data erased; sealed to batch ${sealedTo}, ${
    withAnchors
      ? `anchored to batch ${anchoredTo}`
      : 'NOT compared with any anchor: what a holder of database and key did would not show'
  }`;
  if (found === 0) return `VALID · 有效\n${counted}`;
  const lines = findings.map((finding) => `${finding.kind}\t${placeOf(finding)}\t${MEANINGS[finding.kind]}`);
  const more = found > findings.length ? [`and ${found - findings.length} more`] : [];
  return [`NOT VALID · 无效: ${found}`, ...lines, ...more, counted].join('\n');
};
