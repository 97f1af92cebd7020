import type { Possible, TaskDetail } from '@lianban/contracts';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useTaskActs } from '../api/acts.js';
import { ActDialog } from './act-dialog.js';
import { RaiseDisputeDialog } from '../../disputes/components/raise-dispute-dialog.js';
import { AddSignerDialog } from './add-signer-dialog.js';
import { ReturnDialog } from './return-dialog.js';
import './acts.css';

const ACTS = ['return', 'takeBack', 'addSigner', 'removeSigner', 'dispute'] as const;
type Act = (typeof ACTS)[number];

/** Acts that a step without countersigning never has: said where they are not possible now, not where they never are. */
const OF_SIGNING: ReadonlySet<Act> = new Set(['addSigner', 'removeSigner']);

interface TaskActsProps {
  readonly task: TaskDetail;
  /** The task is not this person's any more. */
  readonly onGone: () => void;
}

/** What can be done with a task besides completing it; what cannot be done now says why. */
export function TaskActsMenu({ task, onGone }: TaskActsProps) {
  const { t } = useTranslation();
  const text = useText2();
  const [isOpen, setOpen] = useState(false);
  const [act, setAct] = useState<Act>();
  const { data: acts, error } = useTaskActs(task.id, isOpen || act !== undefined);
  const isOpenTask = task.status === 'open';

  const items = ACTS.filter((each) => (each === 'takeBack' ? !isOpenTask : isOpenTask)).flatMap((key) => {
    const possible: Possible | undefined = acts?.[key];
    if (possible?.allowed === false && OF_SIGNING.has(key) && possible.code === 'ACTS.NO_COUNTERSIGNING')
      return [];
    return {
      key,
      disabled: possible?.allowed !== true,
      label: (
        <span className="act-item">
          {t(`acts.${key}.name`)}
          {possible?.allowed === false && <span className="quiet">{text(possible.why)}</span>}
        </span>
      ),
    };
  });
  const close = (): void => setAct(undefined);
  return (
    <>
      <Dropdown
        trigger={['click']}
        // The bar of acts lies at the foot of the screen, and what may be done comes in after the menu has opened.
        placement="topRight"
        open={isOpen}
        onOpenChange={setOpen}
        menu={{ items, onClick: ({ key }) => setAct(ACTS.find((each) => each === key)) }}
      >
        <Button aria-haspopup="menu" aria-expanded={isOpen}>
          {t('acts.more')}
        </Button>
      </Dropdown>
      {error !== null && isOpen && <ProblemAlert error={error} />}
      {act === 'return' && acts !== undefined && (
        <ReturnDialog task={task} steps={acts.return.steps} onClose={close} onDone={onGone} />
      )}
      {act === 'dispute' && <RaiseDisputeDialog taskId={task.id} subject={text(task.name)} onClose={close} />}
      {act === 'addSigner' && (
        <AddSignerDialog taskId={task.id} caseId={task.caseId} subject={text(task.name)} onClose={close} />
      )}
      {(act === 'takeBack' || act === 'removeSigner') && (
        <ActDialog
          name={t(`acts.${act}.name`)}
          subject={text(task.name)}
          lead={t(`acts.${act}.lead`)}
          path={act === 'takeBack' ? `/tasks/${task.id}/take-back` : `/tasks/${task.id}/remove-signer`}
          caseId={task.caseId}
          body={{}}
          onClose={close}
          onDone={onGone}
        />
      )}
    </>
  );
}
