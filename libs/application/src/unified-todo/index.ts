export { HandTodos } from './hand-todos.js';
export { TellTodoCommand, TellTodoHandler } from './tell-todo.handler.js';
export { TodoStore, type UnifiedTodo } from './todo-store.port.js';
export { UnifiedTodoList } from './unified-todo-list.port.js';
