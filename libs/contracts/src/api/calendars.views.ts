import type { BulkOperationView } from './bulk.views.js';
import type { Text2 } from './page.views.js';

export type CalendarLayerName = 'national' | 'province' | 'city' | 'county' | 'office';

/** What orders a version: a notice or decision, as far as it is known. */
export interface CalendarDocument {
  readonly name?: string;
  readonly number?: string;
  readonly url?: string;
  readonly date?: string;
}

export interface CalendarVersionRow {
  readonly layer: CalendarLayerName;
  readonly code: string;
  readonly version: number;
  readonly state: 'draft' | 'published';
  /** The version that is counted by today. */
  readonly inForce: boolean;
  readonly effectiveFrom: string;
  readonly document: CalendarDocument;
  readonly publisher?: string;
  readonly note?: string;
  readonly revision: number;
  readonly publishedAt?: string;
  readonly publishedBy?: string;
  /** The last preview of this draft, and the operation that applied this version. */
  readonly preview?: string;
  readonly operation?: string;
  readonly years: readonly string[];
}

/** A layer and its versions, newest first. */
export interface CalendarLayerView {
  readonly layer: CalendarLayerName;
  readonly code: string;
  readonly name: Text2;
  readonly versions: readonly CalendarVersionRow[];
}

export interface CalendarYearDays {
  readonly source: string;
  readonly off: readonly string[];
  readonly workOnWeekend: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
}

export interface CalendarVersionView extends CalendarVersionRow {
  readonly name: Text2;
  readonly officeHours?: readonly (readonly [string, string])[];
  readonly days: Readonly<Record<string, CalendarYearDays>>;
}

/** A place for which days can be entered. */
export interface CalendarPlace {
  readonly layer: CalendarLayerName;
  readonly code: string;
  readonly name: Text2;
}

export interface CalendarListView {
  readonly layers: readonly CalendarLayerView[];
  readonly places: readonly CalendarPlace[];
  /** The business day of today. */
  readonly today: string;
}

/** A day that isn't what its weekday says. */
export interface CalendarDay {
  readonly date: string;
  readonly kind: 'off' | 'make-up';
  /** Which layer has the last word on it; absent for a statutory day of a year without a notice. */
  readonly layer?: CalendarLayerName;
  readonly name?: string;
  /** A draft says so, nothing that is published. */
  readonly draft: boolean;
}

export interface CalendarYearView {
  readonly year: number;
  readonly place?: CalendarPlace;
  readonly provisional: boolean;
  readonly workingDays: number;
  readonly officeHours: readonly (readonly [string, string])[];
  readonly days: readonly CalendarDay[];
  /** What it is composed of, from the nation inwards. */
  readonly versions: readonly {
    readonly layer: CalendarLayerName;
    readonly code: string;
    readonly version: number;
  }[];
}

export interface ReadDayView {
  readonly date: string;
  readonly kind: 'off' | 'make-up';
  readonly name?: string;
}

export interface CalendarReadingView {
  readonly format: 'notice' | 'csv' | 'json' | 'ics';
  readonly year?: number;
  readonly document: CalendarDocument;
  readonly lines: readonly {
    readonly line: number;
    readonly text: string;
    readonly verdict: 'read' | 'prose' | 'unread' | 'refused';
    readonly days: readonly ReadDayView[];
    readonly left: readonly string[];
    readonly why: readonly Text2[];
  }[];
  readonly off: readonly string[];
  readonly workOnWeekend: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly problems: readonly Text2[];
  readonly warnings: readonly Text2[];
}

export interface CalendarImpactSummary {
  readonly moved: number;
  readonly later: number;
  readonly earlier: number;
  /** Same day, but no longer provisional. */
  readonly final: number;
  readonly becomeOverdue: number;
  readonly becomeInTime: number;
  /** Held by applicants, no office: nobody is told of these but by the file. */
  readonly withoutOffice: number;
  readonly offices: readonly {
    readonly id: string;
    readonly name: Text2;
    readonly moved: number;
    readonly people: number;
  }[];
}

export interface CalendarImpactRow {
  readonly clockId: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly clock: Text2;
  readonly office?: Text2;
  readonly assignee?: Text2;
  readonly from: string;
  readonly to: string;
  readonly fromProvisional: boolean;
  readonly toProvisional: boolean;
  readonly turns?: 'overdue' | 'in-time';
}

export interface CalendarImpactView {
  readonly operation: BulkOperationView;
  readonly summary: CalendarImpactSummary;
  readonly items: readonly CalendarImpactRow[];
  readonly next?: string;
}

export interface CountedDays {
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly explanation: Text2;
  readonly calendar: string;
}
