import { TaskStore } from '@lianban/application';
import { PgTaskStore } from './pg-task.store.js';

export const taskAdapters = [{ provide: TaskStore, useClass: PgTaskStore }];
