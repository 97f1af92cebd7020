import type { CommentView } from '@lianban/contracts';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { useDoneBy } from './use-done-by.js';

export function Comments({ comments }: { readonly comments: readonly CommentView[] }) {
  const { t } = useTranslation();
  const text = useText2();
  const doneBy = useDoneBy();
  const { dateTime } = useDates();
  if (comments.length === 0) return <p className="quiet">{t('cases.comments.none')}</p>;
  return (
    <ol className="comments">
      {comments.toReversed().map((comment) => (
        <li key={comment.id}>
          <p className="quiet">
            {[doneBy(comment.author, comment.onBehalfOf), text(comment.office), dateTime(comment.at)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="comment-body">{comment.body}</p>
        </li>
      ))}
    </ol>
  );
}
