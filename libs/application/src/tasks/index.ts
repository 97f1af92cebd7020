export type { TaskFacts, TaskHand } from './task-store.port.js';
export { TaskStore } from './task-store.port.js';
export type { TaskCompleted } from './complete-task.command.js';
export { alreadyClosed, judgeTask } from './judge-task.js';
export { CompleteTaskCommand } from './complete-task.command.js';
export { TaskCompletion } from './task-completion.js';
export { ClaimTaskCommand, ReleaseTaskCommand } from './claim-task.command.js';
export { CommentOnTaskCommand, SaveTaskDraftCommand } from './note-on-task.command.js';
export { taskHandlers } from './providers.js';
