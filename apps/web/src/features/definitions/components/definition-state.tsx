import type { DefinitionRow } from '@lianban/contracts';
import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import './definition-state.css';

/** Complete, or why not yet. */
export function DefinitionState({ of }: { readonly of: DefinitionRow }) {
  const { t } = useTranslation();
  const text = useText2();
  return (
    <span className={of.complete ? 'definition-state is-complete' : 'definition-state'}>
      {of.complete ? <CheckCircleOutlined /> : <ExclamationCircleOutlined />}
      <span>
        {t(of.complete ? 'definitions.complete' : 'definitions.incomplete')}
        {of.incompleteNote !== undefined && <span className="quiet"> · {text(of.incompleteNote)}</span>}
      </span>
    </span>
  );
}
