// One line of the log: when, who, what, and whom it was about.

import type { AuditEntry } from '@shared/features/access/access.contract';
import type { ReactNode } from 'react';
import { Bidi, Chip, DatedRow, PlaceLink, useT } from '../../ui';
import type { Hue } from '../../ui';
import styles from './audit.module.css';
import { fieldWords, headWords, purposeWords } from './entry-words';

export interface AuditRowProps {
  /** Undefined while the line is on its way. */
  readonly entry: AuditEntry | undefined;
  readonly above: AuditEntry | undefined;
  /** On somebody's own page the person goes without saying. */
  readonly ofOne?: boolean;
  /** Asked to show only what has this name. */
  onWhat?(what: string): void;
}

const hues: Readonly<Partial<Record<AuditEntry['kind'], Hue>>> = { refused: 'clay', readings: 'lapis' };

export function AuditRow({ entry, above, ofOne = false, onWhat }: AuditRowProps): ReactNode {
  const t = useT();
  if (entry === undefined) return <DatedRow at={undefined} above={undefined} title="" />;
  const hue = entry.priority ? 'rose' : hues[entry.kind];
  const details = [
    ...fieldWords(t, entry),
    ...(entry.changes > 0 ? [t('operations.changes', { count: entry.changes })] : []),
    ...(entry.purpose === null ? [] : [purposeWords(t, entry.purpose)]),
  ];
  return (
    <DatedRow
      at={entry.at}
      above={above?.at}
      title={<Head entry={entry} onWhat={onWhat} />}
      detail={
        <>
          <Bidi>{entry.userName}</Bidi>
          {details.length > 0 && ` · ${details.join(' · ')}`}
        </>
      }
      more={!ofOne && <About entry={entry} />}
    >
      <Chip {...(hue === undefined ? {} : { hue })}>
        {entry.priority ? t('audit.priority') : t.any(`audit.kind.${entry.kind}`)}
      </Chip>
    </DatedRow>
  );
}

function Head({ entry, onWhat }: Pick<AuditRowProps, 'onWhat'> & { readonly entry: AuditEntry }): ReactNode {
  const t = useT();
  const words = headWords(t, entry);
  if (onWhat === undefined) return words;
  return (
    <button type="button" className={styles.headButton} title={t('audit.only-this')} onClick={() => onWhat(entry.what)}>
      {words}
    </button>
  );
}

function About({ entry: { people, parties } }: { readonly entry: AuditEntry }): ReactNode {
  const t = useT();
  if (people === null) return <span className={styles.about}>{t('audit.everyone')}</span>;
  if (parties.length === 0) return null;
  return (
    <span className={styles.about}>
      {parties.map(({ id, name }) => (
        <PlaceLink key={id} to={{ page: 'party', id }} className="dw-link">
          <Bidi>{name}</Bidi>
        </PlaceLink>
      ))}
      {people > parties.length && <span>{t('audit.more-people', { count: people - parties.length })}</span>}
    </span>
  );
}
