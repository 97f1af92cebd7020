import type { DirectoryEntry, DirectorySearch, Text2 } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type FullDirectory, KnownDirectory } from '../routing/index.js';

/** Nobody reads more of them; another letter narrows it down. */
const MOST = 20;

/** Offices and people by name, id or department; those of the reader's own districts first, offices before people. */
export class SearchDirectoryQuery extends Query<readonly DirectoryEntry[]> {
  constructor(
    readonly actor: Actor,
    readonly search: DirectorySearch,
  ) {
    super();
  }
}

@QueryHandler(SearchDirectoryQuery)
export class SearchDirectoryHandler implements IQueryHandler<SearchDirectoryQuery> {
  constructor(private readonly directory: KnownDirectory) {}

  async execute({ actor, search: { q = '' } }: SearchDirectoryQuery): Promise<readonly DirectoryEntry[]> {
    const directory = await this.directory.of(actor.tenant);
    const near = new Set(
      directory.offices.filter(({ id }) => actor.officeIds.includes(id)).map(({ district }) => district),
    );
    const words = q.toLowerCase().split(/\s+/);
    return foundIn(directory)
      .filter(({ said }) => words.every((word) => said.includes(word)))
      .toSorted((a, b) => Number(near.has(b.in)) - Number(near.has(a.in)))
      .slice(0, MOST)
      .map(({ entry }) => entry);
  }
}

interface Found {
  readonly entry: DirectoryEntry;
  readonly in: string;
  /** Everything that it may be looked for by. */
  readonly said: string;
}

const foundIn = ({ offices, holders, districts }: FullDirectory): readonly Found[] => {
  const place = (code: string): Text2 => districts.get(code) ?? { zh: code, en: code };
  const found = (entry: DirectoryEntry, district: string, ...also: readonly string[]): Found => ({
    entry,
    in: district,
    said: [entry.id, ...also, ...[entry.name, entry.office, entry.district].flatMap(bothOf)]
      .join(' ')
      .toLowerCase(),
  });
  const people = new Map(
    holders.flatMap(({ userId, name, officeId }) => {
      const office = offices.find(({ id }) => id === officeId);
      if (!office) return [];
      const district = place(office.district);
      const entry = { kind: 'person', id: userId, name, office: office.name, district } as const;
      return [[`${userId} ${office.district}`, found(entry, office.district, office.department)] as const];
    }),
  );
  return [
    ...offices.map(({ id, name, district, department }) =>
      found({ kind: 'office', id, name, district: place(district) }, district, department),
    ),
    ...people.values(),
  ];
};

const bothOf = (text: Text2 | undefined): readonly string[] => (text ? [text.zh, text.en] : []);
