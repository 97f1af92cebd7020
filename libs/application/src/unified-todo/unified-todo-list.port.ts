import type { UnifiedTodo } from './todo-store.port.js';

/** 统一待办: the government's list of what an official has to do. No legal act depends on it. */
export abstract class UnifiedTodoList {
  /** False where none is configured. */
  abstract readonly isThere: boolean;
  /**
   * Answers the receipt. May be told the same revision twice, and an earlier one after a later one.
   * @throws AppException of the kind `unavailable` where it is worth trying again.
   */
  abstract tell(todo: UnifiedTodo): Promise<string>;
}
