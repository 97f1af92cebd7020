import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../ui/problem-alert.js';
import { upload, type Upload } from '../api/upload.js';
import { refusalOf, sizeText, type Material } from '../materials.js';

/** A file on its way, or one that could not be taken and why. */
export interface PendingUpload {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly percent: number;
  readonly problem?: string;
}

export interface Uploads {
  readonly pending: readonly PendingUpload[];
  readonly isBusy: boolean;
  readonly add: (kind: string, file: File) => void;
  /** Stops one on its way, or puts a refusal away. */
  readonly drop: (id: string) => void;
}

/** Uploads of a form, several at once; each that arrives is handed to `onUploaded`. */
export function useUploads(onUploaded: (material: Material) => void): Uploads {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [pending, setPending] = useState<readonly PendingUpload[]>([]);
  const running = useRef(new Map<string, Upload>());
  useEffect(() => {
    const uploads = running.current;
    return () => uploads.forEach(({ cancel }) => cancel());
  }, []);

  const change = (id: string, part: Partial<PendingUpload>): void =>
    setPending((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const forget = (id: string): void => {
    running.current.delete(id);
    setPending((all) => all.filter((one) => one.id !== id));
  };

  const add = (kind: string, file: File): void => {
    const id = crypto.randomUUID();
    const { name, size } = file;
    const refusal = refusalOf(file);
    const started: PendingUpload = { id, kind, name, percent: 0 };
    // A file that was refused for this material is replaced by the next attempt.
    setPending((all) => [
      ...all.filter((one) => one.kind !== kind || one.problem === undefined),
      refusal === undefined
        ? started
        : { ...started, problem: t(`portal.${refusal}`, { name, size: sizeText(size) }) },
    ]);
    if (refusal !== undefined) return;
    void send(started, file);
  };

  const send = async ({ id, kind, name }: PendingUpload, file: File): Promise<void> => {
    const sending = upload(file, (percent) => change(id, { percent }));
    running.current.set(id, sending);
    try {
      const stored = await sending.done;
      forget(id);
      onUploaded({ kind, fileId: stored.id, name: stored.name, size: stored.size });
    } catch (failure) {
      running.current.delete(id);
      // Stopped by the person: nothing to tell.
      if (failure instanceof DOMException) return forget(id);
      const { title, advice } = problemText(failure);
      change(id, { problem: `${t('portal.uploadFailed', { name })}: ${title} ${advice}` });
    }
  };

  const drop = (id: string): void => {
    const sending = running.current.get(id);
    if (sending === undefined) forget(id);
    else sending.cancel();
  };
  return { pending, isBusy: pending.some(({ problem }) => problem === undefined), add, drop };
}
