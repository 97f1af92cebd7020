import { FactJudgements, ScorecardReader, WorkFacts } from '@lianban/application';
import { PgFactJudgements } from './pg-fact.judgements.js';
import { PgScorecardReader } from './pg-scorecard.reader.js';
import { PgWorkFacts } from './pg-work.facts.js';

export const scorecardAdapters = [
  { provide: WorkFacts, useClass: PgWorkFacts },
  { provide: ScorecardReader, useClass: PgScorecardReader },
  { provide: FactJudgements, useClass: PgFactJudgements },
];
