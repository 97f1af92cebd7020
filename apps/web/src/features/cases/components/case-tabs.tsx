import type { CaseDetail, ClockView } from '@lianban/contracts';
import { Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../../ui/use-media.js';
import { ProcessDiagram } from '../../diagram/process-diagram.js';
import { SigningRounds } from '../../acts/components/signing-rounds.js';
import { Clocks } from './clocks.js';
import { Comments } from './comments.js';
import { Court } from './court.js';
import { Materials } from './materials.js';
import { Steps } from './steps.js';
import { Timeline } from './timeline.js';
import './case-parts.css';

interface CaseTabsProps {
  readonly file: CaseDetail;
  /** The clocks of the task in hand come first. */
  readonly clocksFirst?: readonly ClockView[];
  /** Where the reader may write: below the comments that are there. */
  readonly commentForm?: ReactNode;
}

/** The parts of a case, the same beside a task and on its own page. */
export function CaseTabs({ file, clocksFirst = [], commentForm }: CaseTabsProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const [active, setActive] = useState('trail');
  const first = new Set(clocksFirst.map(({ id }) => id));
  const { comments } = file;
  const label = (name: string, count = 0): string =>
    `${t(`cases.tab.${name}`)}${count > 0 ? ` ${count}` : ''}`;
  const parts: readonly Part[] = [
    ['trail', label('trail'), <Timeline entries={file.timeline} />],
    [
      'steps',
      label('steps'),
      <div className="stack">
        <SigningRounds caseId={file.id} rounds={file.signings} />
        <Steps tasks={file.tasks} />
      </div>,
    ],
    ['materials', label('materials', file.documents.length), <Materials file={file} />],
    ['clocks', label('clocks'), <Clocks file={file} first={first} />],
    ['court', label('court'), <Court tracks={file.court} charged={file.charged} />],
    [
      'diagram',
      label('diagram'),
      <ProcessDiagram definitionId={file.definitionId} current={file.current} passed={file.passed} />,
    ],
    [
      'comments',
      label('comments', comments.length),
      <div className="stack">
        {commentForm}
        <Comments comments={comments} />
      </div>,
    ],
  ];
  return (
    <section aria-labelledby="case-parts">
      <h2 id="case-parts" className="visually-hidden">
        {t('cases.parts')}
      </h2>
      {isPhone ? (
        parts.map((part) => <Fold key={part[0]} part={part} />)
      ) : (
        <Tabs
          className="case-tabs"
          activeKey={active}
          onChange={setActive}
          tabBarGutter={20}
          items={parts.map(([key, tab, children]) => ({ key, label: tab, children }))}
        />
      )}
    </section>
  );
}

type Part = readonly [key: string, label: string, part: ReactNode];

/** A row of tabs doesn't fit on a phone; there the parts fold, and each is drawn once it is opened. */
function Fold({ part: [key, label, children] }: { readonly part: Part }) {
  const [isOpen, setOpen] = useState(key === 'trail');
  return (
    <details
      className="case-fold"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{label}</summary>
      {isOpen && children}
    </details>
  );
}
