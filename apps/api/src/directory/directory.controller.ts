import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { SearchDirectoryQuery } from '@lianban/application';
import { directoryQuery, type DirectoryEntry, type DirectorySearch } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

@Controller('api/directory')
@Roles('clerk', 'registrar', 'supervisor', 'admin')
export class DirectoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Answers('DirectoryEntry[]', 'Offices and people by name')
  search(
    @ActingPerson() actor: Actor,
    @QueryOf(directoryQuery) search: DirectorySearch,
  ): Promise<readonly DirectoryEntry[]> {
    return this.queries.execute(new SearchDirectoryQuery(actor, search));
  }
}
