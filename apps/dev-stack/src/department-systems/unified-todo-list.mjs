/** The government's list of to-dos (统一待办): keeps the highest revision of each, whatever order they come in. */
export class UnifiedTodoList {
  /** @type {Map<string, Record<string, unknown> & {revision: number, history: unknown[]}>} */
  #todos = new Map();

  /** @param {Record<string, unknown>} todo */
  take(todo) {
    const id = String(todo.id);
    const revision = Number(todo.revision);
    const known = this.#todos.get(id);
    if (known === undefined || known.revision < revision) {
      this.#todos.set(id, { ...todo, revision, history: [...(known?.history ?? []), todo.act] });
    }
    return { receipt: `TODO-${id}-${revision}` };
  }

  all() {
    return [...this.#todos.values()];
  }
}
