import type { LadderContent, LadderView } from '@lianban/contracts';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { isProblem } from '../../../app/problem.js';
import { useLanguage, useText2 } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useDiscardDraft, usePublishLadder, useSaveDraft } from '../api/ladders.js';
import { faultsByRung } from '../faults-by-rung.js';
import { DryRun } from './dry-run.js';
import { PublishDialog } from './publish-dialog.js';
import { RungEditor } from './rung-editor.js';

interface LadderEditorProps {
  readonly ladder: LadderView;
  readonly onClose: () => void;
}

/** The next version: kept as a draft, tried on cases that have been, published with a date. */
export function LadderEditor({ ladder: { code, versions, draft }, onClose }: LadderEditorProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const text = useText2();
  const language = useLanguage();
  const { date } = useDates();
  const [content, setContent] = useState<LadderContent | undefined>(draft?.content ?? versions[0]?.content);
  const [revision, setRevision] = useState(draft?.revision ?? 0);
  const [isSaved, setSaved] = useState(draft !== undefined);
  const [isPublishing, setPublishing] = useState(false);
  const save = useSaveDraft(code);
  const discard = useDiscardDraft(code);
  const publish = usePublishLadder(code);
  if (content === undefined) return undefined;

  const change = (next: LadderContent): void => {
    setContent(next);
    setSaved(false);
    publish.reset();
  };
  const keep = async (): Promise<number> => {
    if (isSaved) return revision;
    const saved = await save.mutateAsync({ content, revision });
    setRevision(saved.revision);
    setSaved(true);
    return saved.revision;
  };
  const throwAway = (): void => {
    if (revision === 0) onClose();
    else discard.mutate(undefined, { onSuccess: onClose });
  };
  const send = async (effectiveFrom: string, reason: string): Promise<void> => {
    try {
      const { version } = await publish.mutateAsync({ revision: await keep(), effectiveFrom, reason });
      void message.success(t('ladders.publish.done', { no: version }));
      onClose();
    } catch {
      // Both mutations keep their error, and it is shown below.
      setPublishing(false);
    }
  };
  const error = save.error ?? publish.error ?? discard.error;
  const refused = isProblem(error) ? faultsByRung(error.errors, language) : { byRung: new Map(), all: [] };
  return (
    <div className="stack">
      <section className="panel stack" aria-label={t('ladders.edit.title')}>
        <Alert
          type="info"
          showIcon
          title={
            draft
              ? t('ladders.draftBy', { who: text(draft.savedBy), at: date(draft.savedAt) })
              : t('ladders.edit.fresh')
          }
          description={t('ladders.edit.lead')}
        />
        <RungEditor
          rungs={content.rungs}
          faults={refused.byRung}
          onChange={(rungs) => change({ ...content, rungs })}
        />
        {error !== null && <ProblemAlert error={error} items={refused.all} />}
        <div className="row">
          <Button
            onClick={() => void keep().catch(() => undefined)}
            loading={save.isPending}
            disabled={isSaved}
          >
            {t(isSaved ? 'ladders.edit.saved' : 'ladders.edit.save')}
          </Button>
          <Button type="primary" onClick={() => setPublishing(true)}>
            {t('ladders.publish.open')}
          </Button>
          <Button onClick={onClose}>{t('ladders.edit.close')}</Button>
          <Button danger type="text" onClick={throwAway} loading={discard.isPending}>
            {t('ladders.edit.discard')}
          </Button>
        </div>
      </section>
      <DryRun code={code} content={content} />
      {isPublishing && (
        <PublishDialog
          code={code}
          isPending={publish.isPending || save.isPending}
          onPublish={(from, reason) => void send(from, reason)}
          onClose={() => setPublishing(false)}
        />
      )}
    </div>
  );
}
