import { type DefinitionToJudge, judgeDefinition } from '@lianban/bpmn-compiler/judge';

/** Judges in a thread of its own: a file costs what its author pleases. */
addEventListener('message', ({ data }: MessageEvent<DefinitionToJudge>) => {
  void judgeDefinition(data).then(({ diagnostics }) => postMessage(diagnostics));
});
