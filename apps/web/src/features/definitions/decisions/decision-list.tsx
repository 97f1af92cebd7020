import { useTranslation } from 'react-i18next';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useDecisions } from '../api/definitions.js';
import { BoxedLogic } from './boxed-logic.js';
import {
  type DecisionModel,
  type Deciding,
  isDeciding,
  REQUIREMENTS,
  requirementsOf,
} from './decision-model.js';
import './decisions.css';

/** The decisions that a published process makes, as whoever answers for them reads them. */
export function DecisionList({ definitionId }: { readonly definitionId: string }) {
  const { t } = useTranslation();
  const { data: models, error, refetch } = useDecisions(definitionId);
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (models === undefined) return <Loading rows={6} />;
  const deciding = models.flatMap((model) =>
    model.elements.filter(isDeciding).map((element) => ({ file: model.file, element })),
  );
  if (deciding.length === 0)
    return <Blank title={t('definitions.decision.none')}>{t('definitions.decision.noneNext')}</Blank>;
  return (
    <>
      {deciding.map(({ file, element }) => (
        <section key={`${file} ${element.id} ${element.name}`} className="decision" aria-label={element.name}>
          <h2>{element.name}</h2>
          <p className="quiet">
            {t(`definitions.decision.kind.${element.kind}`)} · {file}
          </p>
          <Requirements of={element} models={models} />
          {element.kind !== 'service' && <BoxedLogic logic={element.logic} caption={element.name} />}
        </section>
      ))}
    </>
  );
}

interface RequirementsProps {
  readonly of: Deciding;
  readonly models: readonly DecisionModel[];
}

function Requirements({ of, models }: RequirementsProps) {
  const { t } = useTranslation();
  const asked = requirementsOf(of, models);
  const named = REQUIREMENTS.filter((kind) => asked[kind].length > 0);
  if (named.length === 0) return null;
  return (
    <dl className="decision-requirements">
      {named.map((kind) => (
        <div key={kind}>
          <dt>{t(`definitions.decision.requires.${kind}`)}</dt>
          <dd>{asked[kind].join(t('definitions.listComma'))}</dd>
        </div>
      ))}
    </dl>
  );
}
