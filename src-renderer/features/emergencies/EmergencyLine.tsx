// One emergency access: who opened whose record, why, how often they looked, and what was thought of it.

import type { Emergency } from '@shared/features/emergencies/emergencies.contract';
import type { ReactNode } from 'react';
import { useSession } from '../../api';
import { Bidi, Button, Chip, InstantText, PartyName, PlaceLink, useT } from '../../ui';
import type { Hue } from '../../ui';
import styles from './emergencies.module.css';

export interface EmergencyLineProps {
  readonly emergency: Emergency;
  onReview(): void;
}

export function EmergencyLine({ emergency, onReview }: EmergencyLineProps): ReactNode {
  const t = useT();
  const user = useSession();
  const { party, reason, words, at, endedAt, looks, verdict, reviewedBy, reviewWords } = emergency;
  return (
    <li className={styles.line}>
      <div className={styles.lineWords}>
        <strong>
          <Bidi>{emergency.user.name}</Bidi> · {t.any(`catalogue.emergency_access.reason.${reason}`)}
        </strong>
        <PlaceLink to={{ page: 'party', id: party.id }}>
          <PartyName name={party.name} />
        </PlaceLink>
        <Bidi>{words}</Bidi>
        <span className="dw-muted">
          <InstantText value={at} />
          {endedAt !== null && (
            <>
              {' – '}
              <InstantText value={endedAt} />
            </>
          )}
          {' · '}
          {t('emergencies.looks', { count: looks })}
        </span>
        {verdict !== null && (
          <span className="dw-muted">
            {t('catalogue.emergency_access.reviewed_by')}: <Bidi>{reviewedBy?.name ?? ''}</Bidi>
            {reviewWords !== null && (
              <>
                {' · '}
                <Bidi>{reviewWords}</Bidi>
              </>
            )}
          </span>
        )}
      </div>
      <Chip hue={hueOf(emergency)}>
        {verdict === null ? <Due emergency={emergency} /> : t.any(`catalogue.emergency_access.verdict.${verdict}`)}
      </Chip>
      {verdict === null && emergency.user.id !== user.id && (
        <Button small onClick={onReview}>
          {t('emergencies.review')}
        </Button>
      )}
    </li>
  );
}

function Due({ emergency: { dueAt, isOverdue } }: { readonly emergency: Emergency }): ReactNode {
  const t = useT();
  return (
    <>
      {t(isOverdue ? 'emergencies.overdue-since' : 'emergencies.due')} <InstantText value={dueAt} />
    </>
  );
}

function hueOf({ verdict, isOverdue }: Emergency): Hue {
  if (verdict === null) return isOverdue ? 'rose' : 'amber';
  return verdict === 'justified' ? 'green' : 'rose';
}
