// While a new record is being typed: who is already here that may be meant, and why. A hint, never an obstacle.

import type { ReactNode } from 'react';
import { useDeferredValue, useState } from 'react';
import type { z } from 'zod';
import type { DuplicateMatch, DuplicateProbe } from '@shared/features/duplicates/duplicates.contract';
import { useEngineQuery } from '../../api';
import { Button, NumberText, PlaceLink, useT } from '../../ui';
import styles from './duplicates.module.css';
import { reasonWords } from './reason-words';

export type Probe = z.input<typeof DuplicateProbe>;

export interface DuplicateWarningProps {
  readonly probe: Probe;
  /** The person went to one of them instead. */
  readonly onOpen?: () => void;
  /** Where one of them can be taken instead of somebody new. */
  readonly onPick?: (party: DuplicateMatch['party']) => void;
  /** Shown where there is nobody to warn of. */
  readonly otherwise?: ReactNode;
}

const MOST = 3;

export function DuplicateWarning({ probe, onOpen, onPick, otherwise = null }: DuplicateWarningProps): ReactNode {
  const t = useT();
  const asked = useDeferredValue(probe);
  const query = useEngineQuery('duplicates.check', { probe: asked, limit: MOST }, { keepPrevious: true });
  const [different, setDifferent] = useState<ReadonlySet<string>>(new Set());
  const matches = (query.data?.matches ?? []).filter(({ party }) => !different.has(party.id));
  // Whoever said that it is somebody else is not asked again in other words.
  if (matches.length === 0) return different.size > 0 ? null : otherwise;
  const dismiss = (): void => setDifferent(new Set([...different, ...matches.map(({ party }) => party.id)]));
  return (
    <section className={styles.warning} aria-label={t('duplicates.warning')} aria-live="polite">
      <p className={styles.warningTitle}>{t('duplicates.warning')}</p>
      <ul className={styles.matches}>
        {matches.map((match) => (
          <Match key={match.party.id} match={match} onOpen={onOpen} onPick={onPick} />
        ))}
      </ul>
      <Button small kind="quiet" onClick={dismiss}>
        {t('duplicates.different-continue')}
      </Button>
    </section>
  );
}

type MatchProps = Pick<DuplicateWarningProps, 'onOpen' | 'onPick'> & { readonly match: DuplicateMatch };

function Match({ match, onOpen, onPick }: MatchProps): ReactNode {
  const { party } = match;
  return (
    <li className={styles.match}>
      {onPick === undefined ? (
        <PlaceLink to={{ page: 'party', id: party.id }} className={styles.matchLink} onClick={onOpen}>
          <MatchWords match={match} />
        </PlaceLink>
      ) : (
        <button type="button" className={styles.matchLink} onClick={() => onPick(party)}>
          <MatchWords match={match} />
        </button>
      )}
    </li>
  );
}

function MatchWords({ match }: Pick<MatchProps, 'match'>): ReactNode {
  const t = useT();
  const { party, percent, reasons } = match;
  const known = [party.phone, party.email, party.city].find((text) => text !== null);
  return (
    <>
      <span className={styles.matchName}>
        <bdi dir="auto">{party.name}</bdi>
        <span className={styles.percent}>
          <NumberText value={percent / 100} options={{ style: 'percent' }} />
        </span>
      </span>
      {known !== undefined && known !== null && (
        <span className="dw-muted">
          <bdi>{known}</bdi>
        </span>
      )}
      <span className={styles.why}>{reasons.map((reason) => reasonWords(t, reason)).join(' · ')}</span>
    </>
  );
}
