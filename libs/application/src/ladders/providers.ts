import { DryRunLadderHandler } from './dry-run-ladder.handler.js';
import {
  DiscardLadderDraftHandler,
  GetLadderWatchHandler,
  ListLaddersHandler,
  PublishLadderHandler,
  SaveLadderDraftHandler,
} from './edit-ladder.handlers.js';

export const ladderProviders = [
  ListLaddersHandler,
  GetLadderWatchHandler,
  SaveLadderDraftHandler,
  DiscardLadderDraftHandler,
  PublishLadderHandler,
  DryRunLadderHandler,
];
