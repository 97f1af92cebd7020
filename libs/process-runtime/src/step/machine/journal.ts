/** What one piece of work has changed, so that a failure in the middle of it leaves nothing half done. */
export class Journal {
  private undo: (() => void)[] = [];

  note(back: () => void): void {
    this.undo.push(back);
  }

  begin(): void {
    this.undo = [];
  }

  revert(): void {
    const back = this.undo;
    this.undo = [];
    for (let step = back.pop(); step; step = back.pop()) step();
    this.undo = [];
  }
}
