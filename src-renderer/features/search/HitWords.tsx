// One search result in words: the kind, the name, a second line, and which field was found.

import { IconBuilding, IconMessageCircle, IconUser, IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { memo } from 'react';
import { Bidi, InstantText, Phone, useFormat, useT } from '../../ui';
import styles from './search.module.css';
import type { Hit } from './use-find';

const icons = { person: IconUser, organisation: IconBuilding, group: IconUsersGroup } as const;

export interface HitWordsProps {
  readonly hit: Hit;
}

/** Kept as drawn while a key is typed and its answer is on the way: thirty lines would be drawn for nothing. */
export const HitWords = memo(function HitWords({ hit }: HitWordsProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const Icon = hit.entity === 'activity' ? IconMessageCircle : (icons[hit.kind as keyof typeof icons] ?? IconUser);
  return (
    <span className={styles.hit}>
      <Icon size={18} className={styles.hitIcon} aria-hidden="true" />
      <span className={styles.hitWords}>
        <span className={styles.hitTitle}>
          <Bidi>{hit.title}</Bidi>
        </span>
        {hit.subtitle !== null && (
          <span className={styles.hitLine}>
            {isNumber(hit.subtitle) ? <Phone value={format.digits(hit.subtitle)} /> : <Bidi>{hit.subtitle}</Bidi>}
          </span>
        )}
      </span>
      {hit.entity === 'activity' && hit.at !== null && (
        <span className={styles.hitAt}>
          <InstantText value={hit.at} time={false} />
        </span>
      )}
      {hit.matched !== 'name' && (
        <span
          className={styles.hitMatched}
          title={t('search.matchedBy', { field: t(`search.matched.${hit.matched}`) })}
        >
          {t(`search.matched.${hit.matched}`)}
        </span>
      )}
    </span>
  );
});

const isNumber = (text: string): boolean => /^[+\p{Nd}\s()./-]+$/u.test(text);
