import type { DefinitionRow } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import './starting-events.css';

export function StartingEvents({ of }: { readonly of: DefinitionRow }) {
  const { t } = useTranslation();
  const text = useText2();
  if (of.startedBy.length === 0) return <span className="quiet">{t('definitions.startedByHand')}</span>;
  return (
    <ul className="starting-events">
      {of.startedBy.map(({ type, name }) => (
        <li key={type} title={type}>
          {text(name) || type}
        </li>
      ))}
    </ul>
  );
}
