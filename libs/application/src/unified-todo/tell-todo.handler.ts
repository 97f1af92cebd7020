import { engineActor } from '@lianban/domain';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deliveryFailure } from '../outside-deliveries/delivery-failure.js';
import { UnitOfWork } from '../transaction/index.js';
import { TodoStore } from './todo-store.port.js';
import { UnifiedTodoList } from './unified-todo-list.port.js';

/** About a day at the intervals of {@link TodoStore.tryLater}. */
const MOST_ATTEMPTS = 100;

export class TellTodoCommand extends Command<void> {
  constructor(
    readonly tenant: string,
    readonly taskId: string,
  ) {
    super();
  }
}

/** Tells the list how a task stands now, whatever was to be told before: at least once, and never backwards. */
@CommandHandler(TellTodoCommand)
export class TellTodoHandler implements ICommandHandler<TellTodoCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly todos: TodoStore,
    private readonly list: UnifiedTodoList,
  ) {}

  async execute({ tenant, taskId }: TellTodoCommand): Promise<void> {
    const engine = engineActor(tenant, taskId);
    const todo = await this.unitOfWork.withActor(engine, (tx) => this.todos.attempt(tx, taskId));
    if (!todo) return;
    let receipt: string;
    try {
      receipt = await this.list.tell(todo);
    } catch (thrown) {
      const failure = deliveryFailure(thrown);
      const isWorthTrying = failure.mayPass && todo.attempts < MOST_ATTEMPTS;
      await this.unitOfWork.withActor(engine, (tx) =>
        isWorthTrying ? this.todos.tryLater(tx, todo, failure) : this.todos.giveUp(tx, todo, failure),
      );
      return;
    }
    await this.unitOfWork.withActor(engine, (tx) => this.todos.told(tx, todo, receipt));
  }
}
