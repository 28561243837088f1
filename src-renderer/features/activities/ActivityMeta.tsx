// The quiet line under an activity: direction, length, place, outcome, who took part, who logged it.

import type { ActivityItem } from '@shared/features/activities/activity';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Bidi, DirIcon, MaskMark, PartyName, useT } from '../../ui';
import styles from './activities.module.css';

/** Names written out before "and 4 more". */
const NAMES_SHOWN = 4;

export function ActivityMeta({ item, partyId }: { readonly item: ActivityItem; readonly partyId?: string }): ReactNode {
  const t = useT();
  const others = item.participants.filter((one) => one.partyId !== partyId);
  return (
    <div className={styles.meta}>
      {item.direction !== null && (
        <span className={styles.direction}>
          <DirIcon icon={item.direction === 'incoming' ? IconArrowDownLeft : IconArrowUpRight} size={14} />
          {t.any(`catalogue.activity.direction.${item.direction}`)}
        </span>
      )}
      {item.durationMinutes !== null && <span>{t('activities.minutes', { count: item.durationMinutes })}</span>}
      {item.place !== null && <Said label={t('activities.place')} text={item.place} />}
      {item.outcome !== null && <Said label={t('activities.outcome')} text={item.outcome} />}
      {hiddenWithout(item).map((text) => (
        <span key={text}>
          {t(`activities.${text}`)}: <MaskMark />
        </span>
      ))}
      {others.length > 0 && (
        <span className={styles.with}>
          {t('activities.with')}{' '}
          {others.slice(0, NAMES_SHOWN).map((one) => (
            <span key={one.partyId} className={styles.person}>
              <PartyName name={one.name} id={one.partyId} />
            </span>
          ))}
          {others.length > NAMES_SHOWN && t('activities.participants', { count: others.length - NAMES_SHOWN })}
        </span>
      )}
      {item.author !== null && <span>{t('activities.author', { name: item.author.name })}</span>}
      {item.recordedBy !== null && <span>{t('activities.recordedBy', { name: item.recordedBy })}</span>}
    </div>
  );
}

/** What is said of it and not shown at all. */
const hiddenWithout = (item: ActivityItem): ('place' | 'outcome')[] =>
  (['place', 'outcome'] as const).filter((text) => item[text] === null && item.hidden.includes(text));

function Said({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <span>
      {label}: <Bidi>{text}</Bidi>
    </span>
  );
}
