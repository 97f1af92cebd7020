import type { CaseTokens } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { RecordTable } from '../../../ui/record-table.js';
import { ActDialog } from '../../acts/components/act-dialog.js';
import type { CaseToken } from '../api/operations.js';
import { PlaceDialog } from './place-dialog.js';

type Asked = { readonly act: 'move' | 'cancel'; readonly token: CaseToken };

/** One row a token; those that hold others first, what they hold behind them. */
export function TokenList({ tokens }: { readonly tokens: CaseTokens }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => setAsked(undefined);
  const inside = (scope: string): string => text(tokens.scopes.find(({ id }) => id === scope)?.name);
  const what = ({ task, incident, type }: CaseToken): string => {
    if (incident !== undefined) return t('operations.incident', { code: incident.code });
    if (task !== undefined) return [text(task.office), text(task.holder)].filter(Boolean).join(' · ');
    return t([`operations.waits.${type}`, 'operations.waits.other']);
  };
  return (
    <>
      <RecordTable
        label={t('operations.tokens')}
        records={tokens.tokens}
        idOf={({ id }) => id}
        columns={[
          {
            heading: t('operations.column.place'),
            cell: ({ name, node, scope }) => (
              <span>
                {text(name)}{' '}
                <span className="quiet num">{[inside(scope), node].filter(Boolean).join(' · ')}</span>
              </span>
            ),
          },
          { heading: t('operations.column.what'), cell: what },
          {
            heading: t('operations.column.since'),
            cell: ({ since }) => (since === undefined ? '' : dateTime(since)),
          },
          {
            heading: t('operations.column.acts'),
            cell: (token) => (
              <span className="row">
                <Button size="small" onClick={() => setAsked({ act: 'move', token })}>
                  {t('operations.move.name')}
                </Button>
                <Button size="small" onClick={() => setAsked({ act: 'cancel', token })}>
                  {t('operations.cancel.name')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {asked?.act === 'move' && <PlaceDialog tokens={tokens} token={asked.token} onClose={close} />}
      {asked?.act === 'cancel' && (
        <ActDialog
          name={t('operations.cancel.name')}
          subject={text(asked.token.name)}
          lead={t('operations.cancel.lead')}
          path={`/cases/${tokens.caseId}/operations`}
          caseId={tokens.caseId}
          body={{ kind: 'cancel-token', token: asked.token.id }}
          onClose={close}
        />
      )}
    </>
  );
}
