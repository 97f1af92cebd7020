import { addPackFile, formsInOneLanguage, formsToPublish, noFiles } from './pack-files.js';

describe('files of a process picked for publishing', () => {
  const read = (...files: readonly (readonly [name: string, text: string])[]) =>
    files.reduce((found, [name, text]) => addPackFile(found, name, text), noFiles);

  it('are told apart by the names a policy pack gives them', () => {
    const files = read(
      ['process.bpmn', '<definitions/>'],
      ['risk.dmn', '<definitions/>'],
      ['manifest.json', '{"complete":false}'],
      ['open-dossier.form.json', '{"id":"zh"}'],
      ['open-dossier.en.form.json', '{"id":"en"}'],
    );
    expect(files).toEqual({
      process: { fileName: 'process.bpmn', xml: '<definitions/>' },
      manifest: { complete: false },
      forms: { 'open-dossier': { zh: { id: 'zh' }, en: { id: 'en' } } },
      decisions: { 'risk.dmn': '<definitions/>' },
      unusable: [],
    });
  });

  it('that are none of these, or no JSON object, are named and left out', () => {
    const files = read(
      ['notes.txt', 'hello'],
      ['manifest.json', '[1]'],
      ['a.form.json', '{'],
      ['a.form.json', '{'],
    );
    expect(files).toEqual({
      forms: {},
      decisions: {},
      unusable: ['notes.txt', 'manifest.json', 'a.form.json'],
    });
  });

  it('a form in one language serves both and is named', () => {
    const { forms } = read(['a.en.form.json', '{"id":"en"}']);
    expect(formsToPublish(forms)).toEqual({ a: { zh: { id: 'en' }, en: { id: 'en' } } });
    expect(formsInOneLanguage(forms)).toEqual(['a']);
  });
});
