import { Readable } from 'node:stream';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ReadableFile } from '../registry/index.js';
import { GetScorecardHandler } from './scorecard.handlers.js';
import { ExportScorecardQuery, GetScorecardQuery } from './scorecards.requests.js';
import { scorecardSheet } from './scorecard-sheet.js';

@QueryHandler(ExportScorecardQuery)
export class ExportScorecardHandler implements IQueryHandler<ExportScorecardQuery> {
  constructor(private readonly scorecards: GetScorecardHandler) {}

  async execute({ actor, request }: ExportScorecardQuery): Promise<ReadableFile> {
    const view = await this.scorecards.execute(new GetScorecardQuery(actor, request));
    return {
      name: `考核-${view.month}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: Readable.from(await scorecardSheet(view)),
    };
  }
}
