import { ClaimTaskHandler, ReleaseTaskHandler } from './claim-task.handler.js';
import { CompleteTaskHandler } from './complete-task.handler.js';
import { CommentOnTaskHandler, SaveTaskDraftHandler } from './note-on-task.handler.js';

export const taskHandlers = [
  CompleteTaskHandler,
  ClaimTaskHandler,
  ReleaseTaskHandler,
  SaveTaskDraftHandler,
  CommentOnTaskHandler,
];
