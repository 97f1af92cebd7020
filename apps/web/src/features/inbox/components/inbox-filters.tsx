import { Checkbox, Input, Select, Tabs, type InputRef } from 'antd';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useTypedText } from '../../../ui/use-typed-text.js';
import { useInboxCounts, type Box, type InboxView } from '../api/inbox-queries.js';

interface InboxFiltersProps {
  readonly view: InboxView;
  readonly onChange: (change: Partial<InboxView>) => void;
  readonly search: Ref<InputRef>;
}

const boxes: readonly Box[] = ['office', 'mine', 'done'];
const cap = 1000;

export function InboxFilters({ view, onChange, search }: InboxFiltersProps) {
  const { t } = useTranslation();
  const text = useText2();
  const { session } = useSession();
  const { data: counts } = useInboxCounts();
  const typed = useTypedText(view.q, (q) => onChange({ q }));
  const offices = session?.offices ?? [];
  const label = (box: Box): string => {
    const count = box === 'done' ? undefined : counts?.[box];
    return count === undefined || count === 0
      ? t(`inbox.box.${box}`)
      : `${t(`inbox.box.${box}`)} ${count >= cap ? `${cap - 1}+` : count}`;
  };
  return (
    <div className="inbox-filters">
      <Tabs
        aria-label={t('inbox.boxes')}
        activeKey={view.box}
        onChange={(box) => onChange({ box: box as Box })}
        items={boxes.map((box) => ({ key: box, label: <span className="num">{label(box)}</span> }))}
      />
      <div className="row">
        <Input
          ref={search}
          type="search"
          allowClear
          placeholder={t('inbox.search')}
          aria-label={t('inbox.searchLabel')}
          aria-keyshortcuts="/"
          {...typed}
        />
        {view.box !== 'done' && (
          <Checkbox checked={view.overdue} onChange={({ target }) => onChange({ overdue: target.checked })}>
            {t('inbox.overdueOnly')}
          </Checkbox>
        )}
      </div>
      {offices.length > 1 && view.box === 'office' && (
        <Select
          aria-label={t('inbox.officeLabel')}
          value={view.office}
          onChange={(office) => onChange({ office })}
          options={[
            { value: '', label: t('inbox.allOffices') },
            ...offices.map(({ id, name }) => ({ value: id, label: text(name) })),
          ]}
        />
      )}
    </div>
  );
}
