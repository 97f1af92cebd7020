import type { CaseDetail, ClockView } from '@lianban/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText2 } from '../../../i18n/use-language.js';
import { useClockActs } from '../api/clock-acts.js';
import { ExtendDialog } from './extend-dialog.js';
import { GroundDialog } from './ground-dialog.js';

const ACTS = ['extend', 'stop', 'resume'] as const;
type Act = (typeof ACTS)[number];

/** A clock that runs need not be told that it cannot be resumed, nor one without grounds that none stops it. */
const SELF_EVIDENT: ReadonlySet<string> = new Set(['CLOCKS.NOT_STOPPED', 'CLOCKS.NEVER_STOPS']);

interface ClockActsProps {
  readonly file: CaseDetail;
  readonly clock: ClockView;
}

/** 延期, 中止, 恢复 of a clock that has not ended; what cannot be done now says why. */
export default function ClockActs({ file, clock }: ClockActsProps) {
  const { t } = useTranslation();
  const text = useText2();
  const [act, setAct] = useState<Act>();
  const { data } = useClockActs(file.id);
  const acts = data?.find(({ clockId }) => clockId === clock.id);
  if (acts === undefined) return null;
  const close = (): void => setAct(undefined);
  const refused = ACTS.flatMap((key) => {
    const possible = acts[key];
    return possible.allowed || SELF_EVIDENT.has(possible.code) ? [] : [{ key, why: text(possible.why) }];
  });
  return (
    <>
      <div className="row">
        {ACTS.filter((key) => acts[key].allowed).map((key) => (
          <Button
            key={key}
            size="small"
            aria-label={t('clocks.actOn', { act: t(`clocks.${key}.name`), name: text(clock.name) })}
            onClick={() => setAct(key)}
          >
            {t(`clocks.${key}.name`)}
          </Button>
        ))}
      </div>
      {refused.length > 0 && (
        <details>
          <summary>{t('clocks.whyNot')}</summary>
          <dl className="facts">
            {refused.map(({ key, why }) => (
              <div key={key}>
                <dt>{t(`clocks.${key}.name`)}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {act === 'extend' && acts.extend.rule !== undefined && (
        <ExtendDialog file={file} clock={clock} rule={acts.extend.rule} onClose={close} />
      )}
      {(act === 'stop' || act === 'resume') && (
        <GroundDialog file={file} clock={clock} act={act} grounds={acts[act].grounds} onClose={close} />
      )}
    </>
  );
}
