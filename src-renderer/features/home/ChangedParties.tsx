// Whose record changed last.

import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { Bidi, Chip, ErrorState, InstantText, LoadingState, Panel, PartyName, useLocaleSettings, useT } from '../../ui';
import { kindIcons } from '../parties';
import styles from './home.module.css';

const SHOWN = 8;

export function ChangedParties(): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  const list = useEngineQuery('parties.list', {
    sort: { by: 'updated', direction: 'descending' },
    language,
    limit: SHOWN,
  });
  if (list.error !== null) return <ErrorState inline error={list.error} onRetry={list.refresh} />;
  if (list.data === undefined) return <LoadingState lines={4} />;
  return (
    <Panel title={t('home.changed')} flush>
      <ul className={styles.changed}>
        {list.data.rows.map((row) => {
          const Icon = kindIcons[row.kind];
          return (
            <li key={row.id} className={styles.changedLine}>
              <Icon size="1.1rem" stroke={1.6} className={styles.kindIcon} aria-hidden="true" />
              <span className={styles.changedName}>
                <PartyName name={row.displayName} id={row.id} />
                {row.city !== null && (
                  <span className={styles.quiet}>
                    <Bidi>{row.city}</Bidi>
                  </span>
                )}
              </span>
              {row.roles.slice(0, 2).map((role) => (
                <Chip key={role}>{t.any(`catalogue.party_role.type.${role}`)}</Chip>
              ))}
              <span className={styles.quiet}>
                <InstantText value={row.updatedAt} relative />
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
