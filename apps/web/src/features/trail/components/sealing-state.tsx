import type { TrailView } from '@lianban/contracts';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../../app/business-clock.js';

/** A minute is six rounds of the sealer: beyond it something holds the seal back. */
const LATE_MS = 60_000;

/** Sealed up to when, what waits, where it lies outside, with which key. */
export function SealingState({ trail }: { readonly trail: TrailView }) {
  const { t } = useTranslation();
  const { dateTime } = useDates();
  const { batches, entries, sealedAt, unsealed, unsealedSince, anchors, digest, keyId, keys } = trail;
  // The server's wall clock wrote these instants: business time of a demo may stand elsewhere.
  const isLate = unsealedSince !== undefined && Date.now() - Date.parse(unsealedSince) > LATE_MS;
  return (
    <section className="panel">
      <h2>{t('trail.state')}</h2>
      <dl className="trail-facts">
        <dt>{t('trail.sealedTo')}</dt>
        <dd>
          {sealedAt === undefined
            ? t('trail.nothingSealed')
            : t('trail.sealedToValue', { batches, entries, at: dateTime(sealedAt) })}
        </dd>
        <dt>{t('trail.waiting')}</dt>
        <dd className={isLate ? 'trail-late' : undefined}>
          {unsealedSince === undefined
            ? t('trail.nothingWaits')
            : t(isLate ? 'trail.waitsLate' : 'trail.waits', {
                count: unsealed,
                at: dateTime(unsealedSince),
              })}
        </dd>
        <dt>{t('trail.anchors')}</dt>
        <dd>
          {anchors.length === 0
            ? t('trail.notAnchored')
            : anchors.map(({ place, batch, at }) => (
                <p key={place}>
                  {t(`trail.anchor.${place}`, { batch, at: dateTime(at) })}
                  {batch < batches && ` ${t('trail.anchorBehind', { count: batches - batch })}`}
                </p>
              ))}
        </dd>
        {digest !== undefined && (
          <>
            <dt>{t('trail.digest')}</dt>
            <dd>{digest === 'sm3' ? 'SM3' : 'SHA-256'}</dd>
          </>
        )}
        <dt>{t('trail.key')}</dt>
        <dd>
          {keys.length === 0 && t('trail.noKey')}
          {keys.map(({ id, publicKey }) => (
            <details key={id}>
              <summary>
                <code>{id.slice(0, 16)}…</code> {id === keyId ? t('trail.keyInUse') : t('trail.keyFormer')}
              </summary>
              <Typography.Paragraph className="trail-code" copyable>
                {publicKey}
              </Typography.Paragraph>
            </details>
          ))}
          <p className="quiet">{t('trail.keyHint')}</p>
        </dd>
      </dl>
    </section>
  );
}
