import { useTranslation } from 'react-i18next';
import { MarkShape } from '../../ui/mark-shape.js';
import type { ProcessElement, ProcessXml } from './process-xml.js';
import type { Standing } from './standing.js';

interface StandingListProps extends Required<Standing> {
  readonly elements: ProcessXml['elements'];
  readonly onShow: (elementId: string) => void;
}

/** What the drawing shows, in words. */
export function StandingList({ elements, current, passed, onShow }: StandingListProps) {
  const { t } = useTranslation();
  const steps = passed
    .map((node) => elements.get(node))
    .filter((element): element is ProcessElement => element !== undefined && element.name !== '');
  return (
    <div className="diagram-standing">
      <h3>{t('diagram.standsAt')}</h3>
      {current.length === 0 ? (
        <p className="quiet">{t('diagram.nowhere')}</p>
      ) : (
        <ul>
          {current.map(({ node, mark }) => (
            <li key={node} className={`due-${mark}`}>
              <button type="button" onClick={() => onShow(node)}>
                <MarkShape shape={mark} />
                <ElementName of={elements.get(node)} id={node} />
                <b>{t(`diagram.mark.${mark}`)}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
      {steps.length > 0 && (
        <details>
          <summary>{t('diagram.passed', { count: steps.length })}</summary>
          <ol>
            {steps.map((element) => (
              <li key={element.id}>
                <ElementName of={element} id={element.id} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function ElementName({ of, id }: { readonly of: ProcessElement | undefined; readonly id: string }) {
  const { t } = useTranslation();
  const name = of === undefined || of.name === '' ? id : of.name;
  return (
    <span>
      {of?.stepNo !== undefined && `${t('diagram.stepNo', { no: of.stepNo })} `}
      {name}
      {of?.lane !== undefined && <span className="quiet"> · {of.lane}</span>}
    </span>
  );
}
