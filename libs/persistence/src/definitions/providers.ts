import { DefinitionStore } from '@lianban/application';
import { PgDefinitionStore } from './pg-definition.store.js';

export const definitionAdapters = [{ provide: DefinitionStore, useClass: PgDefinitionStore }];
