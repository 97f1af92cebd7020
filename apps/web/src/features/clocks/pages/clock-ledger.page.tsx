import type { CaseDetail, ClockView } from '@lianban/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useDates, useNow } from '../../../app/business-clock.js';
import { useText2 } from '../../../i18n/use-language.js';
import { Blank } from '../../../ui/blank.js';
import { Loading } from '../../../ui/loading.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useCase } from '../../cases/api/case-queries.js';
import { ClockState } from '../../cases/components/clock-state.js';
import { useBasisText } from '../../cases/components/use-basis-text.js';
import './clock-ledger.css';

/** 计时台账 of one clock on a sheet of A4: what it rests on, the sum, and every entry. */
export default function ClockLedgerPage() {
  const { t } = useTranslation();
  const { caseId = '', clockId } = useParams();
  const { data: file, error, refetch } = useCase(caseId);
  const clock = file?.clocks.find(({ id }) => id === clockId);
  if (file !== undefined && clock !== undefined) return <Sheet file={file} clock={clock} />;
  return (
    <Page
      title={t('clocks.sheet.title')}
      lead={<Link to={`/cases/${caseId}`}>{t('clocks.sheet.back')}</Link>}
    >
      {error !== null ? (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      ) : file === undefined ? (
        <Loading rows={12} />
      ) : (
        <Blank title={t('clocks.sheet.unknown')} />
      )}
    </Page>
  );
}

function Sheet({ file, clock }: { readonly file: CaseDetail; readonly clock: ClockView }) {
  const { t } = useTranslation();
  const text = useText2();
  const { dateTime } = useDates();
  const basisOf = useBasisText();
  const now = useNow();
  return (
    <Page
      title={`${t('clocks.sheet.title')} · ${text(clock.name)}`}
      lead={<span className="num">{`${file.caseNo} · ${file.title}`}</span>}
      actions={
        <>
          <Button type="primary" onClick={() => window.print()}>
            {t('clocks.sheet.print')}
          </Button>
          <Link to={`/cases/${file.id}`}>{t('clocks.sheet.back')}</Link>
        </>
      }
    >
      <article className="panel clock-ledger">
        <dl className="clock-ledger-facts">
          <dt>{t('clocks.sheet.process')}</dt>
          <dd>{`${text(file.definition.name)} ${t('cases.version', { version: file.definition.version })}`}</dd>
          <dt>{t('clocks.sheet.clock')}</dt>
          <dd>{`${t(`cases.clocks.kind.${clock.kind}`)} · ${t(`cases.clocks.scope.${clock.scope}`)}`}</dd>
          <dt>{t('clocks.sheet.basis')}</dt>
          <dd>{basisOf(clock)}</dd>
          <dt>{t('clocks.sheet.start')}</dt>
          <dd>
            {t('clocks.sheet.startRule', {
              milestone: clock.from,
              limit: text(clock.limit),
              at: dateTime(clock.startedAt),
              calendar: clock.calendar ?? '',
            })}
          </dd>
          <dt>{t('clocks.sheet.sum')}</dt>
          <dd>{text(clock.explanation)}</dd>
          <dt>{t('clocks.sheet.due')}</dt>
          <dd>
            <strong className="num">
              {clock.dueAt === undefined ? t('clocks.sheet.none') : dateTime(clock.dueAt)}
            </strong>
            {clock.originalDueAt !== undefined && (
              <div>{t('clocks.sheet.original', { at: dateTime(clock.originalDueAt) })}</div>
            )}
            {clock.provisional && <div>{t('clocks.sheet.provisional')}</div>}
          </dd>
          <dt>{t('clocks.sheet.state')}</dt>
          <dd>
            <ClockState clock={clock} />
          </dd>
        </dl>
        <table className="clock-ledger-entries">
          <caption>{t('clocks.sheet.entries')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('clocks.sheet.no')}</th>
              <th scope="col">{t('clocks.sheet.at')}</th>
              <th scope="col">{t('clocks.sheet.entry')}</th>
            </tr>
          </thead>
          <tbody>
            {clock.ledger.map((entry, index) => (
              <tr key={entry.at + entry.text.en}>
                <td className="num">{index + 1}</td>
                <td className="num">{dateTime(entry.at)}</td>
                <td>{text(entry.text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="quiet">{t('clocks.sheet.printed', { at: dateTime(now.toISOString()) })}</p>
      </article>
    </Page>
  );
}
