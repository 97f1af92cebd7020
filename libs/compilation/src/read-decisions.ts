import { type Definitions, readDefinitions } from '@lianban/expressions';

/** Decision models by file name, from their XML. */
export const readDecisions = async (
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, Definitions>>> => {
  const read: Record<string, Definitions> = {};
  for (const [file, xml] of Object.entries(files)) {
    const { definitions } = await readDefinitions(xml);
    if (definitions) read[file] = definitions;
  }
  return read;
};
