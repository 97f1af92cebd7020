import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { accessKey } from './access.js';

/** Nest's own metadata key of a route's path. */
const pathKey = 'path';

/** The process doesn't start with a route that says nothing about who may call it. */
@Injectable()
export class DeclaredAccess implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (metatype === null || metatype === undefined) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => {
          const handler = prototype[name];
          if (handler === undefined) return false;
          return (
            Reflect.hasMetadata(pathKey, handler) &&
            !Reflect.hasMetadata(accessKey, handler) &&
            !Reflect.hasMetadata(accessKey, metatype)
          );
        })
        .map((name) => `${metatype.name}.${name}`);
    });
    if (undeclared.length > 0) {
      throw new Error(`routes without a declared access: ${undeclared.join(', ')}`);
    }
  }
}
