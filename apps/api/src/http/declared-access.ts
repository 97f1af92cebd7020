import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DeclaredRoutes } from '../openapi/declared-routes.js';

/** The process doesn't start with a route that says nothing about who may call it. */
@Injectable()
export class DeclaredAccess implements OnApplicationBootstrap {
  constructor(private readonly routes: DeclaredRoutes) {}

  onApplicationBootstrap(): void {
    const undeclared = this.routes.all().filter(({ access }) => access === undefined);
    if (undeclared.length === 0) return;
    throw new Error(`routes without a declared access: ${undeclared.map(({ name }) => name).join(', ')}`);
  }
}
