/** Whether a code point belongs. */
export type CharacterTest = (point: number) => boolean;

/** What a program of the matcher is made of; `to` and the like are positions in it. */
export type Instruction =
  | { readonly op: 'character'; readonly test: CharacterTest }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'save'; readonly slot: number }
  /** Marks where a repetition begins. */
  | { readonly op: 'mark'; readonly slot: number }
  /** Goes on only if something was matched since the mark: a repetition of nothing would not end. */
  | { readonly op: 'moved'; readonly slot: number }
  | { readonly op: 'start'; readonly lines: boolean }
  | { readonly op: 'end'; readonly lines: boolean }
  | { readonly op: 'same as'; readonly group: number; readonly ignoringCase: boolean }
  | { readonly op: 'done' };

export interface Program {
  readonly instructions: readonly Instruction[];
  /** Groups with numbers, without the whole. */
  readonly groups: number;
  /** Places to remember: two for each group and the whole, one for each repetition. */
  readonly slots: number;
  /** With references to groups no place can be ruled out for good: the cost may grow with the powers of the length. */
  readonly refersBack: boolean;
}
