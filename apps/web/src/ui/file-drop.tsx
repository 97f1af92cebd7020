import { InboxOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import './file-drop.css';

interface FileDropProps {
  readonly title: string;
  readonly hint: string;
  /** As the browser's own file input takes it: `.csv,.xlsx`. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The browser's own file input, which keyboards and screen readers know, with a place to drop files on. */
export function FileDrop({ title, hint, accept, multiple = false, onFiles }: FileDropProps) {
  const hintId = useId();
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
        <b>{title}</b>
        <br />
        <span id={hintId} className="quiet">
          {hint}
        </span>
      </span>
      <input
        type="file"
        multiple={multiple}
        accept={accept}
        aria-label={title}
        aria-describedby={hintId}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file, corrected on disk, can be picked again.
          event.target.value = '';
        }}
      />
    </label>
  );
}
