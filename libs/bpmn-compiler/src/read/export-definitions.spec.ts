import fc from 'fast-check';
import { exportDefinitions } from './export-definitions.js';

const exported = (xml: string): string => {
  const answer = exportDefinitions(xml);
  if ('diagnostics' in answer) throw new Error(JSON.stringify(answer.diagnostics));
  return answer.xml;
};
const head = '<?xml version="1.0" encoding="UTF-8"?>';

describe('a file that goes out', () => {
  it.each([
    '<a/>',
    '<a b="1" c="2"/>',
    '<b:a xmlns:b="urn:b" xmlns="urn:c"><c b:d="e"/></b:a>',
    '<a> <b/>\n\t<c>text</c> tail </a>',
    '<a><![CDATA[<not> & read]]></a>',
    '<!-- before --><?tool says?><a><!-- in --></a><!-- after -->\n',
    '<a b="no\u00A0break">no\u00A0break</a>',
    '<a b="x &lt; y &amp; &quot;z&quot;&#10;">x &lt; y &gt; z &amp; 中文</a>',
  ])('is as it came: %s', (text) => {
    expect(exported(head + text)).toBe(head + text);
  });

  it('says that it is in UTF-8, whatever it once was in', () => {
    expect(exported(`<?xml version='1.0' encoding='ISO-8859-1' standalone="no"?><a/>`)).toBe(`${head}<a/>`);
    expect(exported('\uFEFF<a/>')).toBe(`${head}<a/>`);
  });

  it('is written in one spelling: quotes, references and ends of lines', () => {
    expect(exported(`<a b='"1"'>&#x4E2D;&apos;\r\n</a >`)).toBe(`${head}<a b="&quot;1&quot;">中'\n</a>`);
  });

  it('comes out the same when it goes through once more, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, value) => {
        const written = (raw: string): string =>
          raw
            .replaceAll(/[^\n\t\x20-\uD7FF]/g, '')
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;');
        const xml = `<a b="${written(value).replaceAll('"', '&quot;')}">${written(text)}</a>`;
        expect(exported(exported(xml))).toBe(exported(xml));
      }),
    );
  });

  it.each(['', '<a>', '<a b=c/>', '<a/><b/>', '<b:a/>', 'text', '<a>&unknown;</a>', '<!DOCTYPE a><a/>'])(
    'is refused where it is no XML that may come in: %s',
    (xml) => {
      expect(exportDefinitions(xml)).toHaveProperty('diagnostics');
    },
  );
});
