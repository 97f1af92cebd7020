import { Pool } from 'pg';

/**
 * Connections for what is looked up beside an open transaction: calendars, the directory, definitions. Out of the one pool
 * that all transactions are in, such a look-up would wait for them while they wait for it.
 */
export class SidePool extends Pool {}
