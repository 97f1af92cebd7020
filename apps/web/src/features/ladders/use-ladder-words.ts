import {
  type Addressee,
  type LadderPost,
  LADDER_LINES,
  type RungAct,
  type RungCondition,
  type RungOffset,
} from '@lianban/contracts';
import { useTranslation } from 'react-i18next';

/** A post within a unit; the others are held by the place. */
const isOfUnit = (held: LadderPost): boolean => held === 'department-head' || LADDER_LINES[held].length > 1;

/** A rung as an office says it: when, on what condition, whom it tells, what it does. */
export function useLadderWords() {
  const { t } = useTranslation();
  const post = (of: LadderPost): string => t(`ladders.post.${of}`);
  const condition = (when: RungCondition): string => {
    switch (when.kind) {
      case 'not-acknowledged':
        return t('ladders.when.not-acknowledged');
      case 'recorded':
      case 'not-recorded':
        return t(`ladders.when.${when.kind}`, { milestone: when.milestone });
      case 'misses':
        return t(when.inARow ? 'ladders.when.missesInARow' : 'ladders.when.misses', { count: when.count });
      case 'any':
        return when.of.map((one) => condition(one)).join(t('ladders.or'));
    }
  };
  return {
    post,
    condition,
    offset: (offset: RungOffset): string => {
      switch (offset.kind) {
        case 'breach':
          return t('ladders.offset.breach');
        case 'working-days':
          return t(offset.days < 0 ? 'ladders.offset.daysBefore' : 'ladders.offset.daysAfter', {
            count: Math.abs(offset.days),
          });
        case 'share':
        case 'share-left':
          return t(`ladders.offset.${offset.kind}`, { share: Math.round(offset.share * 100) });
        case 'elapsed':
          return t(`ladders.offset.${offset.from === 'start' ? 'afterStart' : 'afterDue'}`, {
            time: t(`ladders.unit.${offset.unit}`, { count: offset.amount }),
          });
      }
    },
    addressee: ({ post: held, of, department }: Addressee): string =>
      t('ladders.addressee', {
        of:
          department === undefined
            ? t(`ladders.of.${of === 'city' && isOfUnit(held) ? 'cityUnit' : of}`)
            : t(`ladders.departmentOf.${of}`, { department }),
        post: post(held),
      }),
    /** Who is told where a post is vacant, in order. */
    fallback: ({ post: held }: Addressee): string => {
      const line = LADDER_LINES[held];
      if (!isOfUnit(held)) return t('ladders.vacantThere');
      const others = line.filter((one) => one !== held);
      return t('ladders.vacant', {
        line: [...others, 'joint-meeting-office' as const].map(post).join(' → '),
      });
    },
    act: (act: RungAct): string => {
      switch (act.kind) {
        case 'remind':
          return act.channels === undefined
            ? t('ladders.act.remind')
            : t('ladders.act.remindBy', {
                by: act.channels.map((by) => t(`ladders.channel.${by}`)).join(t('ladders.comma')),
              });
        case 'mark':
          return t(`ladders.act.mark.${act.mark}`);
        case 'supervision-order':
          return t('ladders.act.supervision-order', { count: act.answerWithin });
        case 'agenda-item':
          return t(`ladders.act.agenda-item.${act.session}`, {
            meeting: t(`ladders.meeting.${act.meeting}`),
          });
        case 'call-chain':
          return t('ladders.act.call-chain', { count: act.everyMinutes });
        case 'proposal':
          return t(`ladders.act.proposal.${act.of}`);
        default:
          return t(`ladders.act.${act.kind}`);
      }
    },
  };
}
