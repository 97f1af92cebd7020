import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import { proveWorker } from './prove-worker.js';

describe('the proof at the start of a worker', () => {
  it('ends a process whose commands nobody handles, with the whole list', async () => {
    const empty = await Test.createTestingModule({}).compile();
    expect(() => proveWorker(empty)).toThrow(
      /cannot do its work:[^]*RouteEventCommand: no handler[^]*ConductEffectCommand: no handler[^]*RaiseIncidentCommand: no handler/,
    );
    await empty.close();
  });
});
