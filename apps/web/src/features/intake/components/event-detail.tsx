import type { InboundEventView } from '@lianban/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { EventActs } from './event-acts.js';
import { EventMatches } from './event-matches.js';
import { EventState, useReasonText } from './event-state.js';
import './event-detail.css';

export function EventDetail({ event }: { readonly event: InboundEventView }) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const reasonText = useReasonText();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('intake.stateHeading'), <EventState key="state" of={event} />],
    ...(event.reason === undefined ? [] : [[t('intake.why'), reasonText(event.reason)] as const]),
    ...(event.matches.length === 0
      ? []
      : [[t('intake.cases'), <EventMatches key="matches" of={event.matches} />] as const]),
    [t('intake.receivedAt'), dateTime(event.receivedAt)],
    [t('intake.type'), event.type],
    [t('intake.source'), event.source],
    [t('intake.eventId'), event.id],
    ...(event.subject === undefined ? [] : [[t('intake.subject'), event.subject] as const]),
  ];
  return (
    <div className="stack">
      <dl className="event-facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {event.state === 'unmatched' && <EventActs event={event} />}
      <section>
        <h3>{t('intake.body')}</h3>
        <pre className="event-body" tabIndex={0} aria-label={t('intake.body')}>
          {JSON.stringify(event.body, null, 2)}
        </pre>
      </section>
    </div>
  );
}
