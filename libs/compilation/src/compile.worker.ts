import { judgeDefinition } from '@lianban/bpmn-compiler/judge';

/** What a compiler thread runs; piscina calls the default export. */
export default judgeDefinition;
