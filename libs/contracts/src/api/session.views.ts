import type { Text2 } from './page.views.js';

export interface SessionView {
  readonly user: { readonly id: string; readonly username: string; readonly name: Text2 };
  readonly roles: readonly Role[];
  readonly offices: readonly OfficeView[];
  /** Leads a unit, or stands in for who does. */
  readonly leadsUnit: boolean;
  readonly institution?: { readonly id: string; readonly name: string };
  /** Business time at the server and whether it may be moved (demo). */
  readonly businessNow: string;
  readonly demo: boolean;
}

export type Role = 'clerk' | 'registrar' | 'supervisor' | 'admin' | 'institution';

export interface OfficeView {
  readonly id: string;
  readonly name: Text2;
  readonly department: string;
  readonly district: string;
  readonly post?: string;
}

/** One card per role on the sign-in page of the demo. */
export interface DemoLogin {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  readonly name: Text2;
  readonly does: Text2;
}
