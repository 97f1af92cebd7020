import { Injectable } from '@nestjs/common';
import { type FullDirectory, OfficeDirectory } from './office-directory.port.js';

/** How long a change of the directory may take to be seen by every process, in milliseconds. */
const FRESH_MS = 5_000;

/** The directory of a tenant, kept for a few seconds, so that routing a task costs no statement. */
@Injectable()
export class KnownDirectory {
  private readonly known = new Map<
    string,
    { readonly directory: Promise<FullDirectory>; readonly until: number }
  >();

  constructor(private readonly source: OfficeDirectory) {}

  of(tenant: string): Promise<FullDirectory> {
    const known = this.known.get(tenant);
    if (known && known.until > performance.now()) return known.directory;
    const directory = this.source.read(tenant);
    this.known.set(tenant, { directory, until: performance.now() + FRESH_MS });
    directory.catch(() => this.known.delete(tenant));
    return directory;
  }
}
