import { CloseOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { sizeText, type AskedMaterial, type Material } from '../materials.js';
import type { PendingUpload, Uploads } from './use-uploads.js';

interface MaterialUploadsProps {
  readonly asked: readonly AskedMaterial[];
  readonly given: readonly Material[];
  readonly uploads: Uploads;
  readonly nameOf: (kind: string) => string;
  /** Kinds to mark as missing: after a first attempt to submit. */
  readonly marked: readonly string[];
  readonly onRemove: (material: Material) => void;
}

/** One place per material that is asked for, with what was uploaded for it. */
export function MaterialUploads({ asked, given, uploads, nameOf, marked, onRemove }: MaterialUploadsProps) {
  const { t } = useTranslation();
  return (
    <ul className="materials">
      {asked.map(({ kind, isRequired }) => {
        const own = given.filter((material) => material.kind === kind);
        const isMarked = marked.includes(kind);
        return (
          <li key={kind} className={isMarked ? 'material is-missing' : 'material'}>
            <div className="material-head">
              <span>
                <b>{nameOf(kind)}</b>{' '}
                <span className="quiet">{t(isRequired ? 'portal.required' : 'portal.optional')}</span>
                {kind === 'food-licence' && !isRequired && (
                  <span className="quiet"> · {t('portal.foodNote')}</span>
                )}
              </span>
              <FileChoice
                kind={kind}
                name={nameOf(kind)}
                hasSome={own.length > 0}
                onFile={(file) => uploads.add(kind, file)}
              />
            </div>
            {own.map((material) => (
              <div key={material.fileId} className="material-file">
                <PaperClipOutlined aria-hidden />
                <a href={`/api/files/${material.fileId}`}>{material.name}</a>
                <span className="quiet num">{sizeText(material.size)}</span>
                <Button
                  type="text"
                  icon={<CloseOutlined />}
                  aria-label={t('portal.removeNamed', { name: material.name })}
                  title={t('portal.remove')}
                  onClick={() => onRemove(material)}
                />
              </div>
            ))}
            {uploads.pending
              .filter((one) => one.kind === kind)
              .map((one) => (
                <Pending key={one.id} of={one} onDrop={() => uploads.drop(one.id)} />
              ))}
            {isMarked && own.length === 0 && (
              <p className="material-problem">{t('portal.materialMissing', { name: nameOf(kind) })}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The browser's own file input under a button's look: it is what keyboards and screen readers know. */
function FileChoice({
  kind,
  name,
  hasSome,
  onFile,
}: {
  readonly kind: string;
  readonly name: string;
  readonly hasSome: boolean;
  readonly onFile: (file: File) => void;
}) {
  const { t } = useTranslation();
  return (
    <label className="file-choice">
      <UploadOutlined aria-hidden />
      {t(hasSome ? 'portal.more' : 'portal.choose')}
      <input
        id={`material-${kind}`}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
        aria-label={t('portal.chooseNamed', { name })}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file, corrected on disk, can be chosen again.
          event.target.value = '';
        }}
      />
    </label>
  );
}

function Pending({ of, onDrop }: { readonly of: PendingUpload; readonly onDrop: () => void }) {
  const { t } = useTranslation();
  const { name, percent, problem } = of;
  return (
    <div className="material-file">
      {problem === undefined ? (
        <span className="material-progress">
          {t('portal.uploading', { name, percent })}
          <Progress percent={percent} showInfo={false} size="small" aria-hidden />
        </span>
      ) : (
        <p className="material-problem" role="alert">
          {problem}
        </p>
      )}
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={t(problem === undefined ? 'portal.cancelUpload' : 'portal.removeNamed', { name })}
        onClick={onDrop}
      />
    </div>
  );
}
