import { type Place, type RunLimits, Run } from '../../feel/index.js';
import { type DmnDiagnostic, warning } from '../model/diagnostic.js';

/** The rules that matched when a decision table was evaluated. A table may be evaluated several times in one run. */
export interface MatchedRules {
  /** The table's id in the file. */
  readonly tableId?: string;
  /** The decision in whose course it was evaluated. */
  readonly elementId?: string;
  /** Ids of rules, or their numbers where they have none, in the order of the table. */
  readonly ruleIds: readonly string[];
}

const KEPT_TABLES = 200;
const KEPT_FINDINGS = 50;

/** The meter of one evaluation that also keeps what a record of it needs: rules that matched, and why values are null. */
export class DecisionRun extends Run {
  readonly matches: MatchedRules[] = [];
  readonly findings: DmnDiagnostic[] = [];
  private elementId: string | undefined;

  constructor(limits: RunLimits = {}) {
    super(limits);
  }

  /** Evaluates the logic of an element: what is recorded meanwhile is recorded as its own. */
  within<T>(elementId: string, evaluate: () => T): T {
    const outer = this.elementId;
    this.elementId = elementId;
    const value = evaluate();
    this.elementId = outer;
    return value;
  }

  matched(tableId: string | undefined, ruleIds: readonly string[]): void {
    if (this.matches.length >= KEPT_TABLES) return;
    this.matches.push({
      ruleIds,
      ...(tableId === undefined ? {} : { tableId }),
      ...(this.elementId === undefined ? {} : { elementId: this.elementId }),
    });
  }

  override warn(code: string, message: string, place?: Place): null {
    if (this.findings.length < KEPT_FINDINGS) this.findings.push(warning(code, message, this.elementId));
    return super.warn(code, message, place);
  }
}
