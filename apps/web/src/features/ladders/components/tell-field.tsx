import { type Addressee, LADDER_POSTS } from '@lianban/contracts';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLadderWords } from '../use-ladder-words.js';

const PLACES: readonly Addressee['of'][] = ['own-unit', 'lead-unit', 'county', 'city'];

interface TellFieldProps {
  readonly level: string;
  readonly value: readonly Addressee[];
  readonly onChange: (tell: Addressee[]) => void;
}

/** Whom a rung tells: a post, and whose. A department by name is kept; the posts of a place need none. */
export function TellField({ level, value, onChange }: TellFieldProps) {
  const { t } = useTranslation();
  const words = useLadderWords();
  const replace = (index: number, changes: Partial<Addressee>): void =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  return (
    <ul className="plain-list rung-tell">
      {value.map((one, index) => (
        <li key={index}>
          <Select<Addressee['of']>
            aria-label={t('ladders.edit.of', { level, no: index + 1 })}
            value={one.of}
            options={PLACES.map((of) => ({
              value: of,
              label:
                one.department === undefined
                  ? t(`ladders.of.${of}`)
                  : t(`ladders.departmentOf.${of}`, { department: one.department }),
            }))}
            popupMatchSelectWidth={false}
            onChange={(of) => replace(index, { of })}
          />
          <Select<Addressee['post']>
            aria-label={t('ladders.edit.post', { level, no: index + 1 })}
            value={one.post}
            options={LADDER_POSTS.map((post) => ({ value: post, label: words.post(post) }))}
            popupMatchSelectWidth={false}
            onChange={(post) => replace(index, { post })}
          />
          {value.length > 1 && (
            <Button
              type="link"
              size="small"
              aria-label={t('ladders.edit.removeAddressee', { level, who: words.addressee(one) })}
              onClick={() => onChange(value.filter((_one, at) => at !== index))}
            >
              {t('ladders.edit.remove')}
            </Button>
          )}
          <div className="quiet">{words.fallback(one)}</div>
        </li>
      ))}
      {value.length < 8 && (
        <li>
          <Button
            size="small"
            onClick={() => onChange([...value, { post: 'section-head', of: 'own-unit' }])}
            aria-label={t('ladders.edit.addAddresseeTo', { level })}
          >
            {t('ladders.edit.addAddressee')}
          </Button>
        </li>
      )}
    </ul>
  );
}
