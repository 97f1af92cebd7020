import type { OrderDetail } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';

/** The words of the document, laid out as it will be printed. They are Chinese: the document is. */
export function OrderPaper({ order: { preview, number } }: { readonly order: OrderDetail }) {
  const { t } = useTranslation();
  return (
    <article className="order-paper" lang="zh-CN" aria-label={t('orders.words')}>
      <h3>{preview.title.zh}</h3>
      <p className="order-paper-number">{number ?? t('orders.numberAtIssue')}</p>
      <p className="order-paper-to">{preview.addressee}：</p>
      {preview.paragraphs.map((paragraph) => (
        <p key={paragraph} className="order-paper-words">
          {paragraph}
        </p>
      ))}
      <p className="order-paper-issuer">{preview.issuer}</p>
    </article>
  );
}
