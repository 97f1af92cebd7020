import type { PortalView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { MarkShape } from '../../../ui/mark-shape.js';

export function PortalSteps({ steps }: { readonly steps: PortalView['steps'] }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  return (
    <ol className="portal-steps">
      {steps.map(({ name, state, at }) => (
        <li key={name.zh} className={`is-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <span className="portal-step-sign" aria-hidden>
            {state === 'done' && <MarkShape shape="done" />}
          </span>
          <span className="portal-step-name">{text(name)}</span>
          <span className="quiet num">
            {at === undefined ? t(`portal.stepState.${state}`) : dateTime(at)}
          </span>
        </li>
      ))}
    </ol>
  );
}
