import type { SigningRule } from '../../plan/loop-definition.js';

/**
 * 会签: what the signatures come to, as soon as it is decided either way, or undefined while it is open. Nobody's
 * silence is a consent: without any signer the whole is rejected.
 */
export const decide = (
  rule: SigningRule,
  signers: number,
  outcomes: readonly string[],
): string | undefined => {
  const consents = outcomes.filter((outcome) => outcome === rule.consent).length;
  const open = signers - outcomes.length;
  const [needed, of] = shareOf(rule, signers);
  if (signers > 0 && consents * of >= needed && consents > 0) return rule.passed;
  return (consents + open) * of < needed || open <= 0 ? rule.rejected : undefined;
};

/** Consents times the second number must reach the first. */
const shareOf = (rule: SigningRule, signers: number): readonly [number, number] => {
  switch (rule.mode) {
    case 'any':
      return [1, 1];
    case 'ratio': {
      const [part, of] = rule.ratio ?? [1, 1];
      return [part * signers, of];
    }
    default:
      return [signers, 1];
  }
};
