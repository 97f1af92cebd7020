import { LoadingOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkShape } from '../../../ui/mark-shape.js';

interface StoryStepProps {
  readonly isDone: boolean;
  readonly title: string;
  readonly children: ReactNode;
}

export function StoryStep({ isDone, title, children }: StoryStepProps) {
  const { t } = useTranslation();
  return (
    <li className={isDone ? 'is-done' : undefined}>
      {isDone ? <MarkShape shape="done" /> : <LoadingOutlined aria-hidden />}
      <div>
        <p className="story-title">{title}</p>
        <p className="quiet">{isDone ? children : t('demo.waiting')}</p>
      </div>
    </li>
  );
}
