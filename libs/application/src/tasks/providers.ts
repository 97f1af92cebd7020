import { ClaimTaskHandler, ReleaseTaskHandler } from './claim-task.handler.js';
import { CompleteTaskHandler } from './complete-task.handler.js';
import { TaskCompletion } from './task-completion.js';
import { CommentOnTaskHandler, SaveTaskDraftHandler } from './note-on-task.handler.js';

export const taskHandlers = [
  TaskCompletion,
  CompleteTaskHandler,
  ClaimTaskHandler,
  ReleaseTaskHandler,
  SaveTaskDraftHandler,
  CommentOnTaskHandler,
];
