import type { Compilation, DefinitionToJudge } from '@lianban/bpmn-compiler/judge';

/**
 * Judges what an administrator wrote. A file costs what its author pleases, up to the limits of the compiler, so it is
 * compiled where it holds up nobody else; what takes too long or too much memory is refused as `BPMN.TOO_COSTLY`.
 */
export abstract class ProcessCompiler {
  abstract compile(request: DefinitionToJudge): Promise<Compilation>;
}
