import { FactJudgements, ScorecardMonths, ScorecardReader, WorkFacts } from '@lianban/application';
import { PgFactJudgements } from './pg-fact.judgements.js';
import { PgScorecardMonths } from './pg-scorecard.months.js';
import { PgScorecardReader } from './pg-scorecard.reader.js';
import { PgWorkFacts } from './pg-work.facts.js';

export const scorecardAdapters = [
  { provide: WorkFacts, useClass: PgWorkFacts },
  { provide: ScorecardReader, useClass: PgScorecardReader },
  { provide: ScorecardMonths, useClass: PgScorecardMonths },
  { provide: FactJudgements, useClass: PgFactJudgements },
];
