import { useTranslation } from 'react-i18next';

const MARK = /(\{\{[a-z][a-zA-Z]*\}\})/;

interface TemplatePreviewProps {
  readonly title: string;
  readonly body: string;
  readonly placeholders: readonly string[];
}

/** The document's paragraphs, with what will be filled in named in its place; what cannot be filled stands out. */
export function TemplatePreview({ title, body, placeholders }: TemplatePreviewProps) {
  const { t } = useTranslation();
  const paragraphs = body.split('\n').filter((line) => line.trim() !== '');
  const named = (part: string) => {
    const name = MARK.test(part) ? part.slice(2, -2) : undefined;
    if (name === undefined) return part;
    return placeholders.includes(name) ? (
      <mark className="template-value">{t(`templates.value.${name}`)}</mark>
    ) : (
      <mark className="template-value is-unknown">{t('templates.cannotFill', { name })}</mark>
    );
  };
  return (
    <section className="panel template-paper" aria-label={t('templates.preview')}>
      <h2>{t('templates.preview')}</h2>
      <article>
        <h3>{title}</h3>
        {paragraphs.map((line, at) => (
          // Paragraphs have no identity but their place.
          <p key={at} lang="zh-CN">
            {line.split(MARK).map((part, index) => (
              <span key={index}>{named(part)}</span>
            ))}
          </p>
        ))}
      </article>
    </section>
  );
}
