import { useTranslation } from 'react-i18next';
import type { StepRule } from '../read-steps.js';

/** 会签、补正、退回、撤回: what a step may do besides completing, a sentence each. */
export function StepRules({ rules }: { readonly rules: readonly StepRule[] }) {
  const { t } = useTranslation();
  const comma = t('definitions.listComma');
  const sentence = (rule: StepRule): string => {
    switch (rule.kind) {
      case 'signing': {
        const { mode, ratio, signers, consent, open } = rule;
        const how = t(`definitions.rule.signing.${mode}`, { ratio, consent });
        const who = t('definitions.rule.signers', { signers });
        return open ? `${how}${who}${t('definitions.rule.openSigning')}` : `${how}${who}`;
      }
      case 'supplement':
        return t('definitions.rule.supplement', { outcome: rule.outcome, message: rule.message });
      case 'return': {
        if (rule.to.length === 0) return t('definitions.rule.noReturn');
        const to = rule.to.includes('*') ? t('definitions.rule.anyStep') : rule.to.join(comma);
        const ways = rule.ways.map((way) => t(`definitions.rule.way.${way}`)).join(comma);
        return t('definitions.rule.return', { to, ways });
      }
      case 'take-back':
        return t(rule.allowed ? 'definitions.rule.takeBack' : 'definitions.rule.noTakeBack');
    }
  };
  return rules.map((rule, at) => <div key={at}>{sentence(rule)}</div>);
}
