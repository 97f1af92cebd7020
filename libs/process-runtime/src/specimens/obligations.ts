import type { Effect } from '../step/effect.js';
import type { Stimulus } from '../step/stimulus.js';

/** What an application that knows effects only believes to be open: node and the stimulus that settles it. */
export class Obligations {
  private readonly open = new Map<string, { readonly node: string; readonly stimulus: Stimulus }>();

  list(): readonly { readonly node: string; readonly stimulus: Stimulus }[] {
    return [...this.open.values()];
  }

  get nodes(): readonly string[] {
    return this.list()
      .map(({ node }) => node)
      .toSorted();
  }

  /** The stimulus itself settles timers that fired and services that answered; the effects say the rest. */
  follow(stimulus: Stimulus, effects: readonly Effect[]): void {
    if (stimulus.kind === 'timer') this.close(stimulus.wait);
    if (stimulus.kind === 'service-result') this.close(stimulus.token);
    for (const effect of effects) this.note(effect);
  }

  private note(effect: Effect): void {
    switch (effect.kind) {
      case 'task-created':
        return this.add(effect.task, effect.node, { kind: 'complete-task', task: effect.task, data: {} });
      case 'task-closed':
        return this.close(effect.task);
      case 'timer-armed':
        return this.add(effect.wait, effect.node, { kind: 'timer', wait: effect.wait });
      case 'message-awaited':
        return this.add(effect.wait, effect.node, { kind: 'message', message: effect.message, event: {} });
      case 'wait-closed':
        return this.close(effect.wait);
      case 'service-requested':
        return this.add(effect.token, effect.node, {
          kind: 'service-result',
          token: effect.token,
          result: { kind: 'done', data: {} },
        });
      case 'service-cancelled':
        return this.close(effect.token);
      default:
    }
  }

  private add(id: string, node: string, stimulus: Stimulus): void {
    if (this.open.has(id)) throw new Error(`${id} was opened twice.`);
    this.open.set(id, { node, stimulus });
  }

  private close(id: string): void {
    if (!this.open.delete(id)) throw new Error(`${id} was closed without being open.`);
  }
}
