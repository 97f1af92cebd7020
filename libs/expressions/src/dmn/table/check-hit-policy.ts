import type { Surroundings } from '../logic/surroundings.js';
import { type DecisionTable, AGGREGATIONS, HIT_POLICIES } from '../model/expression.js';

/** What a hit policy needs of its table (DMN 1.3 §8.2.11). False where there is no such policy. */
export const checkHitPolicy = (table: DecisionTable, around: Surroundings): boolean => {
  const { hitPolicy, aggregation, outputs } = table;
  if (!HIT_POLICIES.includes(hitPolicy)) {
    around.refuse('DMN.HIT_POLICY_UNKNOWN', `There is no hit policy "${hitPolicy}".`);
    return false;
  }
  if (aggregation !== undefined && !AGGREGATIONS.includes(aggregation)) {
    around.refuse('DMN.AGGREGATION_INVALID', `There is no aggregation "${aggregation}".`);
    return false;
  }
  if (aggregation !== undefined && hitPolicy !== 'COLLECT') {
    around.refuse('DMN.AGGREGATION_INVALID', `The hit policy ${hitPolicy} aggregates nothing.`);
  }
  if (aggregation !== undefined && outputs.length > 1) {
    around.refuse('DMN.AGGREGATION_INVALID', 'Only a single output can be aggregated.');
  }
  const ordered = outputs.some(({ allowed, typeRef }) => allowed ?? around.types.allowedValuesOf(typeRef));
  if ((hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER') && !ordered) {
    around.refuse(
      'DMN.PRIORITY_UNKNOWN',
      `The hit policy ${hitPolicy} needs the allowed values of an output, highest priority first.`,
    );
  }
  return true;
};
