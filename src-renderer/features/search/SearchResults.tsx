// The list under the search field, with its four states: nothing asked, nothing found, an error, results.

import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Bidi, ErrorState, useT } from '../../ui';
import styles from './dialog.module.css';
import { HitWords } from './HitWords';
import { keyOf, optionId } from './search-entries';
import type { SearchEntry } from './search-entries';
import type { Finding } from './use-find';

export interface SearchResultsProps {
  readonly id: string;
  readonly text: string;
  readonly found: Finding;
  readonly entries: readonly SearchEntry[];
  readonly active: number;
  onOpen(entry: SearchEntry): void;
  onPoint(index: number): void;
}

export function SearchResults(props: SearchResultsProps): ReactNode {
  const { id, text, found, entries, active, onOpen, onPoint } = props;
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (found.failure !== null) return <ErrorState inline error={found.failure} onRetry={found.again} />;
  const answered = found.text === text && text !== '';
  return (
    <div className={styles.results} tabIndex={0}>
      <Said text={text} found={found} answered={answered} />
      <ul
        ref={list}
        id={id}
        role="listbox"
        aria-label={text === '' ? t('search.recent') : t('search.results')}
        className={styles.list}
      >
        {entries.map((entry, index) => (
          <li
            key={keyOf(entry)}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            onPointerMove={() => onPoint(index)}
            onClick={() => onOpen(entry)}
          >
            <Entry entry={entry} text={text} />
          </li>
        ))}
      </ul>
      {answered && found.more && <p className={styles.note}>{t('search.more')}</p>}
    </div>
  );
}

/** What a screen reader hears, and what the eye sees where there is no list. */
function Said({
  text,
  found,
  answered,
}: {
  readonly text: string;
  readonly found: Finding;
  readonly answered: boolean;
}): ReactNode {
  const t = useT();
  const recentCount = text === '';
  return (
    <>
      {recentCount && <p className={styles.caption}>{t('search.noRecent')}</p>}
      <p className="dw-said" role="status">
        {answered ? t('search.found', { count: found.hits.length }) : ''}
      </p>
      {answered && found.hits.length === 0 && (
        <div className={styles.none}>
          <p>{t('search.none', { text })}</p>
          <p className={styles.noneText}>{t('search.noneText')}</p>
        </div>
      )}
    </>
  );
}

function Entry({ entry, text }: { readonly entry: SearchEntry; readonly text: string }): ReactNode {
  const t = useT();
  if (entry.type === 'hit') return <HitWords hit={entry.hit} />;
  if (entry.type === 'recent') {
    const { id, kind, name } = entry.record;
    return <HitWords hit={{ entity: 'party', id, kind, title: name, subtitle: null, matched: 'name', at: null }} />;
  }
  return (
    <span className={styles.create}>
      <IconPlus size={18} aria-hidden="true" />
      <Bidi>{t(entry.type === 'create' ? 'search.create' : 'leads.searchCreate', { text })}</Bidi>
    </span>
  );
}
