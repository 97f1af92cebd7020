import { missing } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { DecisionBook } from './decision-book.js';
import { DecisionReader } from './decision-reader.port.js';
import { DefinitionStore, type PublishedDefinition } from './definition-store.port.js';

/** Plans kept in a process; a plan of the largest pack process takes some hundred kilobytes. */
const KEPT = 200;

/** Published definitions by id. They never change, so each is read once a process. */
@Injectable()
export class DefinitionCatalog {
  private readonly known = new Map<string, Promise<PublishedDefinition>>();
  private readonly books = new WeakMap<PublishedDefinition, Promise<DecisionBook>>();

  constructor(
    private readonly store: DefinitionStore,
    private readonly reader: DecisionReader,
  ) {}

  byId(id: string): Promise<PublishedDefinition> {
    const known = this.known.get(id);
    if (known) return known;
    const loading = this.store.find(id).then((definition) => {
      if (!definition)
        throw missing('DEFINITIONS.UNKNOWN', 'There is no such process definition.', { details: { id } });
      return definition;
    });
    if (this.known.size >= KEPT) this.known.delete(this.known.keys().next().value ?? '');
    this.known.set(id, loading);
    loading.catch(() => this.known.delete(id));
    return loading;
  }

  /** Its decision models, compiled once a process; undefined where it has none. */
  async decisionsOf(definition: PublishedDefinition): Promise<DecisionBook | undefined> {
    if (Object.keys(definition.decisions).length === 0) return undefined;
    const known = this.books.get(definition);
    if (known) return known;
    const book = DecisionBook.of(definition.decisions, this.reader);
    this.books.set(definition, book);
    book.catch(() => this.books.delete(definition));
    return book;
  }

  async current(tenant: string, key: string): Promise<PublishedDefinition> {
    const id = await this.store.currentId(tenant, key);
    if (id === undefined) {
      throw missing('DEFINITIONS.UNKNOWN', 'There is no such process definition.', { details: { key } });
    }
    return this.byId(id);
  }
}
