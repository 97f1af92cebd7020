import type { LadderContent } from '@lianban/contracts';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLadderWords } from '../use-ladder-words.js';
import { ActsField } from './acts-field.js';
import { OffsetField } from './offset-field.js';
import { TellField } from './tell-field.js';

type Rung = LadderContent['rungs'][number];

interface RungEditorProps {
  readonly rungs: readonly Rung[];
  /** What was refused, by the place of the rung. */
  readonly faults: ReadonlyMap<number, readonly string[]>;
  readonly onChange: (rungs: Rung[]) => void;
}

const newRung = (level: string): Rung => ({
  level,
  offset: { kind: 'working-days', days: 1 },
  action: { zh: '提醒', en: 'reminder' },
  acts: [{ kind: 'remind' }],
  tell: [{ post: 'assignee', of: 'own-unit' }],
});

/** Levels are numbered by their place: adding and removing keeps them in order. */
const numbered = (rungs: readonly Rung[]): Rung[] =>
  rungs.map((rung, index) => ({ ...rung, level: `L${index}` }));

export function RungEditor({ rungs, faults, onChange }: RungEditorProps) {
  const { t } = useTranslation();
  const words = useLadderWords();
  const replace = (index: number, changes: Partial<Rung>): void =>
    onChange(rungs.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  return (
    <>
      <ol className="rung-editor">
        {rungs.map((rung, index) => (
          <li
            key={rung.level}
            aria-label={rung.level}
            className={faults.has(index) ? 'has-fault' : undefined}
          >
            <b className="num">{rung.level}</b>
            <div>
              <OffsetField
                level={rung.level}
                value={rung.offset}
                onChange={(offset) => replace(index, { offset })}
              />
              {rung.when !== undefined && (
                <div className="quiet">{t('ladders.only', { when: words.condition(rung.when) })}</div>
              )}
              {faults.get(index)?.map((fault) => (
                <div key={fault} role="alert" className="rung-fault">
                  {fault}
                </div>
              ))}
            </div>
            <TellField level={rung.level} value={rung.tell} onChange={(tell) => replace(index, { tell })} />
            <div className="stack">
              <Input
                aria-label={t('ladders.edit.actionZh', { level: rung.level })}
                lang="zh-CN"
                value={rung.action.zh}
                maxLength={200}
                onChange={({ target }) => replace(index, { action: { ...rung.action, zh: target.value } })}
              />
              <Input
                aria-label={t('ladders.edit.actionEn', { level: rung.level })}
                lang="en"
                value={rung.action.en}
                maxLength={200}
                onChange={({ target }) => replace(index, { action: { ...rung.action, en: target.value } })}
              />
              <ActsField level={rung.level} value={rung.acts} onChange={(acts) => replace(index, { acts })} />
            </div>
            <Button
              type="link"
              danger
              disabled={rungs.length === 1}
              aria-label={t('ladders.edit.removeRung', { level: rung.level })}
              onClick={() => onChange(numbered(rungs.filter((_one, at) => at !== index)))}
            >
              {t('ladders.edit.remove')}
            </Button>
          </li>
        ))}
      </ol>
      {rungs.length < 10 && (
        <Button onClick={() => onChange([...rungs, newRung(`L${rungs.length}`)])}>
          {t('ladders.edit.addRung')}
        </Button>
      )}
    </>
  );
}
