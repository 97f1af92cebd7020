import { engineActor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { AfterCommit, UnitOfWork } from '../transaction/index.js';
import { TodoStore } from './todo-store.port.js';
import { UnifiedTodoList } from './unified-todo-list.port.js';

/** To-dos in the outbox at a time. */
const IN_HAND = 200;

/** From changes of tasks to the outbox. Several may run; each takes its own rows. */
@Injectable()
export class HandTodos {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly todos: TodoStore,
    private readonly list: UnifiedTodoList,
    private readonly afterCommit: AfterCommit,
  ) {}

  /** Begins or ends to note changes of tasks, as the list is configured or not. */
  keep(tenant: string): Promise<void> {
    return this.unitOfWork.withActor(engineActor(tenant), (tx) =>
      this.todos.keep(tx, tenant, this.list.isThere),
    );
  }

  /** One round; answers whether there may be more. */
  async run(tenant: string): Promise<boolean> {
    if (!this.list.isThere) return false;
    return this.unitOfWork.withActor(engineActor(tenant), async (tx) => {
      const handed = await this.todos.hand(tx, tenant, IN_HAND);
      if (handed > 0) this.afterCommit.changed(tx, { officeIds: [], outbox: true });
      return handed === IN_HAND;
    });
  }
}
