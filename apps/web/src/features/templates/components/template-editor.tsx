import type { DocumentTemplateView } from '@lianban/contracts';
import { App, Button, Form, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, wordsOfPlace } from '../../../app/problem.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { usePublishTemplate } from '../api/templates.js';
import { TemplatePreview } from './template-preview.js';
import '../templates.css';

/** The words beside what they will look like. Publishing makes the next version; papers that were made keep theirs. */
export function TemplateEditor({ template }: { readonly template: DocumentTemplateView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { message, modal } = App.useApp();
  const { kind, version, placeholders } = template;
  const { mutate, isPending, error, reset } = usePublishTemplate(kind);
  const [bodyId, articleId] = [useId(), useId()];
  const [body, setBody] = useState(template.body);
  const [article, setArticle] = useState(template.article);
  const area = useRef<TextAreaRef>(null);
  const isChanged = body !== template.body || article !== template.article;
  const isEmpty = body.trim() === '' || article.trim() === '';

  const write = (next: string): void => {
    setBody(next);
    reset();
  };
  const insert = (name: string): void => {
    const field = area.current?.resizableTextArea?.textArea;
    const [from, to] = [field?.selectionStart ?? body.length, field?.selectionEnd ?? body.length];
    const mark = `{{${name}}}`;
    write(body.slice(0, from) + mark + body.slice(to));
    // After the field has its new text: the caret stands behind what was put in.
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + mark.length, from + mark.length);
    });
  };
  const publish = (): void => {
    void modal.confirm({
      title: t('templates.publishTitle', { version: version + 1 }),
      content: t('templates.consequence'),
      okText: t('templates.publish'),
      cancelText: t('templates.cancel'),
      onOk: () =>
        mutate(
          { version, body, article },
          {
            onSuccess: (done) => void message.success(t('templates.done', { version: done.version })),
          },
        ),
    });
  };

  return (
    <div className="template-editor">
      <section className="panel stack" aria-label={t('templates.words')}>
        {error !== null && (
          <ProblemAlert
            error={error}
            items={isProblem(error) ? error.errors.map((place) => wordsOfPlace(place, language)) : []}
          />
        )}
        <Form layout="vertical">
          <Form.Item label={t('templates.body')} htmlFor={bodyId} extra={t('templates.bodyHint')}>
            <Input.TextArea
              id={bodyId}
              ref={area}
              lang="zh-CN"
              autoSize={{ minRows: 8, maxRows: 24 }}
              maxLength={8000}
              value={body}
              onChange={({ target }) => write(target.value)}
            />
          </Form.Item>
          <fieldset className="template-marks">
            <legend>{t('templates.insert')}</legend>
            {placeholders.map((name) => (
              <Button key={name} size="small" onClick={() => insert(name)}>
                {t(`templates.value.${name}`)}
              </Button>
            ))}
          </fieldset>
          <Form.Item label={t('templates.article')} htmlFor={articleId}>
            <Input
              id={articleId}
              lang="zh-CN"
              maxLength={200}
              value={article}
              onChange={({ target }) => {
                setArticle(target.value);
                reset();
              }}
            />
          </Form.Item>
          <div className="row">
            <Button type="primary" loading={isPending} disabled={!isChanged || isEmpty} onClick={publish}>
              {t('templates.publish')}
            </Button>
            <Button
              disabled={!isChanged}
              onClick={() => {
                write(template.body);
                setArticle(template.article);
              }}
            >
              {t('templates.discard')}
            </Button>
          </div>
        </Form>
      </section>
      <TemplatePreview title={t(`templates.of.${kind}`)} body={body} placeholders={placeholders} />
    </div>
  );
}
