import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { Blank } from '../../ui/blank.js';
import { Loading } from '../../ui/loading.js';
import { readProcess } from './process-xml.js';
import type { Standing } from './standing.js';
import { StandingList } from './standing-list.js';
import './diagram.css';

const BpmnCanvas = lazy(() => import('./bpmn-canvas.js'));

interface DiagramViewProps extends Standing {
  readonly xml: string;
  /** Brought into the middle and outlined. */
  readonly selected?: string | undefined;
  /** Elements that a token passes on its way to trouble. */
  readonly way?: readonly string[] | undefined;
  readonly onSelect?: ((elementId: string) => void) | undefined;
}

/** A BPMN file drawn, with a list in words of where the case stands. */
export function DiagramView({ xml, current, passed, selected, way, onSelect }: DiagramViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const process = useMemo(() => readProcess(xml, language), [xml, language]);
  const [unreadable, setUnreadable] = useState<string>();
  const [shown, setShown] = useState<string>();
  const hasPlace = current !== undefined || passed !== undefined;
  return (
    <div className="diagram">
      {process === undefined || unreadable === process.xml ? (
        <Blank title={t('diagram.unreadable')}>{t('diagram.unreadableWhy')}</Blank>
      ) : (
        <Suspense fallback={<Loading rows={8} />}>
          <BpmnCanvas
            xml={process.xml}
            current={current ?? []}
            passed={passed ?? []}
            selected={selected === undefined ? shown : process.ownerOf(selected)}
            way={way}
            onSelect={onSelect}
            onUnreadable={() => setUnreadable(process.xml)}
          />
          <p className="diagram-keys quiet">{t('diagram.keys')}</p>
        </Suspense>
      )}
      {hasPlace && process !== undefined && (
        <StandingList
          elements={process.elements}
          current={current ?? []}
          passed={passed ?? []}
          onShow={setShown}
        />
      )}
    </div>
  );
}
