import { setTimeout as pause } from 'node:timers/promises';
import type { BusinessTimeMove } from '@lianban/contracts';
import { conflict, denied } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessTime } from './business-time.port.js';
import { MoveBusinessTimeCommand } from './move-business-time.command.js';

const LOOK_AGAIN_MS = 20;

@CommandHandler(MoveBusinessTimeCommand)
export class MoveBusinessTimeHandler implements ICommandHandler<MoveBusinessTimeCommand> {
  constructor(private readonly time: BusinessTime) {}

  async execute({ actor, to: asked, patience }: MoveBusinessTimeCommand): Promise<BusinessTimeMove> {
    const to = new Date(asked).toISOString();
    const start = await this.time.read();
    if (!start.movable)
      throw denied('TIME.NOT_MOVABLE', 'Business time of this database is the clock and cannot be moved.');
    if (to < start.now)
      throw conflict('TIME.BACKWARDS', 'Business time never runs backwards.', {
        details: { now: start.now, to },
      });
    await this.time.note(actor, start.now, to);
    // What has gone wrong before is known; what goes wrong on the way interrupts the move.
    const known = await this.time.setbacks();
    const end = Date.now() + patience.call;
    let moving = Date.now();
    for (;;) {
      const { now, moved, arrived, setback } = await this.time.moveOn(to, known);
      if (arrived) return { now, to, state: 'arrived', unfinished: [] };
      if (moved) moving = Date.now();
      const held = setback || Date.now() - moving >= patience.stop;
      if (held || Date.now() >= end) {
        const unfinished = await this.time.unfinished(known);
        return { now, to, state: held ? 'held' : 'moving', unfinished };
      }
      if (!moved) await pause(LOOK_AGAIN_MS);
    }
  }
}
