import { Command } from '@nestjs/cqrs';
import type { RungFired } from './rung-fired.js';

/** Hands what a fired rung sets going to whoever takes such acts. May come again: takers know clock and level. */
export class TakeRungActsCommand extends Command<void> {
  constructor(readonly fired: RungFired) {
    super();
  }
}
