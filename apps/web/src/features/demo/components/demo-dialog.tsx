import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DemoAct } from './demo-act.js';
import { PreparedFilingStory } from './prepared-filing-story.js';
import { SimulationStory } from './simulation-story.js';

interface DemoDialogProps {
  readonly act: DemoAct;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Opening it does the act once; it then tells what came of it. */
export default function DemoDialog({ act, isOpen, onClose }: DemoDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal open={isOpen} title={t(`demo.${act}Title`)} footer={null} destroyOnHidden onCancel={onClose}>
      <p className="quiet">{t(`demo.${act}Lead`)}</p>
      {act === 'simulate' ? <SimulationStory onLeave={onClose} /> : <PreparedFilingStory onLeave={onClose} />}
    </Modal>
  );
}
