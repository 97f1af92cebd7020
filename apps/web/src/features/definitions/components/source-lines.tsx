import { useTranslation } from 'react-i18next';

const around = 3;

/** The lines of the file about a problem, as an editor would number them. */
export function SourceLines({ xml, line }: { readonly xml: string; readonly line: number }) {
  const { t } = useTranslation();
  const first = Math.max(1, line - around);
  const lines = xml.split(/\r?\n/).slice(first - 1, line + around);
  return (
    <pre className="source-lines code" tabIndex={0} aria-label={t('definitions.source', { no: line })}>
      {lines.map((text, index) => {
        const no = first + index;
        return (
          <div key={no} className={no === line ? 'is-hit' : undefined}>
            <span className="num">{String(no).padStart(5)}</span> {text}
          </div>
        );
      })}
    </pre>
  );
}
