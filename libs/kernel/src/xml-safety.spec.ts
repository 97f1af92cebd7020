import { checkXmlSafety } from './xml-safety.js';

const limits = { length: 200, depth: 3, elements: 6 };
const reason = (xml: string): string | undefined => checkXmlSafety(xml, limits)?.reason;

describe('the safety of XML', () => {
  it.each([
    '<a><b><c/></b></a>',
    '<a x="<b><c><d><e>"/>',
    "<a x='/>'><b/></a>",
    '<a><!-- <b><c><d><e> --><![CDATA[<b><c><d><e>]]><?x <b><c><d><e>?></a>',
    '<a',
    'no xml',
  ])('takes %s', (xml) => expect(reason(xml)).toBeUndefined());

  it.each([
    [`<a>${'x'.repeat(200)}</a>`, 'TOO_LARGE'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'DTD_REFUSED'],
    ['<a><b><c><d/></c></b></a>', undefined],
    ['<a><b><c><d></d></c></b></a>', 'TOO_DEEP'],
    ['<a><b/><b/><b/><b/><b/><b/></a>', 'TOO_MANY_ELEMENTS'],
  ])('judges %s', (xml, expected) => expect(reason(xml)).toBe(expected));
});
