import type { RungAct } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import type { RungFired } from './rung-fired.js';

type Taker = (fired: RungFired, act: RungAct) => Promise<void>;

/**
 * Who takes the acts of rungs, by kind: drafts the letter or the order, starts the chain of calls. A taker is asked
 * again after a crash and must do the same thing once for one clock and level. An act that nobody takes stays in
 * `ladder_firing`, where the file shows it.
 */
@Injectable()
export class RungActTakers {
  private readonly takers = new Map<RungAct['kind'], Taker>();

  take(kind: RungAct['kind'], taker: Taker): void {
    if (this.takers.has(kind)) throw new Error(`Two takers of ${kind}.`);
    this.takers.set(kind, taker);
  }

  of(kind: RungAct['kind']): Taker | undefined {
    return this.takers.get(kind);
  }
}
