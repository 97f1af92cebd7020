import { closeAttributeSpaces } from './xml-attributes.js';

describe('spaces around the equals sign of an attribute', () => {
  it.each([
    ['<a b = "c"/>', '<a b="c"/>'],
    ['<a b\n  =\t\'c = d\' e= "f">x = y</a>', '<a b=\'c = d\' e="f">x = y</a>'],
    [
      '<!-- a = "b" --><a b ="c"><![CDATA[ <d e = "f"> ]]></a>',
      '<!-- a = "b" --><a b="c"><![CDATA[ <d e = "f"> ]]></a>',
    ],
  ])('%j', (xml, same) => {
    expect(closeAttributeSpaces(xml)).toBe(same);
  });

  it('leave a text without them as it is', () => {
    const xml = '<a b="c">1 < 2</a>';
    expect(closeAttributeSpaces(xml)).toBe(xml);
  });
});
