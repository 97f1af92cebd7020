import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Role } from '@lianban/contracts';

/** Who may call a route. Every route says so itself: the process doesn't start with one that doesn't. */
export type Access =
  | { readonly kind: 'public' }
  /** A machine that proves itself by a signature in the handler, never by a cookie. */
  | { readonly kind: 'machine' }
  /** Anybody who is signed in, or one of these roles. The policy itself sits in the command's handler. */
  | { readonly kind: 'person'; readonly roles: readonly Role[] };

export const accessKey = 'lianban:access';

export const Public = (): CustomDecorator => SetMetadata(accessKey, { kind: 'public' } satisfies Access);
export const Machine = (): CustomDecorator => SetMetadata(accessKey, { kind: 'machine' } satisfies Access);
export const SignedIn = (): CustomDecorator =>
  SetMetadata(accessKey, { kind: 'person', roles: [] } satisfies Access);
export const Roles = (...roles: readonly [Role, ...Role[]]): CustomDecorator =>
  SetMetadata(accessKey, { kind: 'person', roles } satisfies Access);
