// "Select all": fetches the ids of the whole list, up to what the door changes in one step, and says so.

import type { PartyRow } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../../api';
import type { LiveRows } from '../../../api';
import { Button, failureWords, notify, useFormat, useT } from '../../../ui';
import { SELECTION_LIMIT } from './list-view';
import styles from './list.module.css';
import type { ListQuestion } from './use-party-list';

export interface SelectMoreProps {
  readonly question: ListQuestion;
  readonly rows: LiveRows<PartyRow>;
  readonly selected: ReadonlySet<string>;
  onSelected(keys: ReadonlySet<string>): void;
}

const PAGE = 200;

export function SelectMore({ question, rows, selected, onSelected }: SelectMoreProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [reached, setReached] = useState<number | null>(null);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const total = rows.count;
  if (reached !== null)
    return <span className={styles.quiet}>{t('people.selecting', { count: format.number(reached) })}</span>;
  if (total === null || (!total.capped && selected.size >= total.value)) return null;
  if (selected.size >= SELECTION_LIMIT)
    return <span className={styles.quiet}>{t('people.limitNote', { limit: format.number(SELECTION_LIMIT) })}</span>;
  const run = async (): Promise<void> => {
    const all = new Set(selected);
    setReached(all.size);
    const failure = await collect(question, all, (count) => alive.current && (setReached(count), true));
    if (!alive.current) return;
    setReached(null);
    if (failure !== null) notify({ message: failureWords(t, failure), tone: 'danger' });
    onSelected(all);
  };
  const words = format.number(total.value);
  const fits = !total.capped && total.value <= SELECTION_LIMIT;
  return (
    <Button small kind="quiet" onClick={() => void run()}>
      {fits
        ? t('people.selectAll', { count: words })
        : t('people.selectFirst', { limit: format.number(SELECTION_LIMIT), count: total.capped ? `${words}+` : words })}
    </Button>
  );
}

/** Adds ids in the order of the list; `step` answers false when nobody waits any more. */
async function collect(question: ListQuestion, ids: Set<string>, step: (count: number) => boolean) {
  for (let after: string | undefined; ids.size < SELECTION_LIMIT;) {
    const page = await client.parties.list({ ...question, after, limit: PAGE });
    if (!page.ok) return page.error;
    for (const row of page.value.rows) if (ids.size < SELECTION_LIMIT) ids.add(row.id);
    if (!step(ids.size) || page.value.next === null) return null;
    after = page.value.next;
  }
  return null;
}
