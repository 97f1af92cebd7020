import type { DefinitionRow } from '@lianban/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { DefinitionState } from './definition-state.js';
import { StartingEvents } from './starting-events.js';
import './definition-facts.css';

export function DefinitionFacts({ of, older }: { readonly of: DefinitionRow; readonly older: boolean }) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const version = `${t('definitions.versionNo', { no: of.version })}${older ? ` · ${t('definitions.older')}` : ''}`;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('definitions.state'), <DefinitionState key="state" of={of} />],
    [t('definitions.version'), version],
    [t('definitions.since'), dateTime(of.publishedAt)],
    [t('definitions.openCases'), of.openCases],
    [t('definitions.startedBy'), <StartingEvents key="events" of={of} />],
    [t('definitions.pack'), of.pack],
    [t('definitions.key'), of.key],
  ];
  return (
    <dl className="definition-facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
