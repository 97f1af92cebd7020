import { Command, CommandHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { handledRequests, requestsAmong } from './handled-requests.js';

class Open extends Command<void> {}
class Count extends Query<number> {}

@CommandHandler(Open)
class OpenHandler {}
@CommandHandler(Open)
class OpenAgainHandler {}
@QueryHandler(Count)
class CountHandler {}

describe('the requests that providers handle', () => {
  it('are counted by handler, whatever else is provided', () => {
    const providers = [OpenHandler, OpenAgainHandler, CountHandler, CountHandler, Open, 'a value', null];
    expect(handledRequests(providers)).toEqual(['Open', 'Open', 'Count']);
  });

  it('are named by the exports of a library', () => {
    expect(requestsAmong({ Open, Count, OpenHandler, number: 1 })).toEqual(['Open', 'Count']);
  });
});
