import { InboxOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './file-drop.css';

/** The browser's own file input, which keyboards and screen readers know, with a place to drop files on. */
export function FileDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  const hint = useId();
  const [isOver, setOver] = useState(false);
  return (
    <label
      className={isOver ? 'file-drop is-over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <InboxOutlined />
      <span>
        <b>{t('definitions.pickFiles')}</b>
        <br />
        <span id={hint} className="quiet">
          {t('definitions.pickFilesHint')}
        </span>
      </span>
      <input
        type="file"
        multiple
        accept=".bpmn,.xml,.json"
        aria-label={t('definitions.pickFiles')}
        aria-describedby={hint}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file, corrected on disk, can be picked again.
          event.target.value = '';
        }}
      />
    </label>
  );
}
