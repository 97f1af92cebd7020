import { SaxesParser } from 'saxes';

/**
 * What a file says as XML, event by event, read by a parser that is not ours: names by namespace, attributes in the order
 * of their names, bindings of prefixes (values may be qualified names), texts to the letter. How it is spelled (prefixes of
 * names, quotes, references, CDATA, encoding) is no part of it.
 */
export const xmlEvents = (xml: string): readonly string[] => {
  const events: string[] = [];
  let text = '';
  const add = (event: string): void => {
    if (text !== '') events.push(`text ${text}`);
    text = '';
    events.push(event);
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const said = Object.values(attributes).map((it) => ` {${it.uri}}${it.local}=${JSON.stringify(it.value)}`);
    add(`<{${uri}}${local}${said.toSorted().join('')}>`);
  });
  parser.on('closetag', ({ uri, local }) => add(`</{${uri}}${local}>`));
  parser.on('comment', (comment) => add(`comment ${comment}`));
  parser.on('processinginstruction', ({ target, body }) => add(`instruction ${target} ${body}`));
  const addText = (more: string): void => {
    text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return events;
};
