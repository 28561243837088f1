// What changed and by whom, read from the ledger: each operation with its fields, old and new, and the way back.

import type { HistoryEntry } from '@shared/features/parties/parties.contract';
import type { PartyRecord } from '@shared/features/parties/party';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCallback, useMemo, useState } from 'react';
import { reader, useRowWindow } from '../../../api';
import type { LiveRows, LoadPage } from '../../../api';
import {
  Bidi,
  Button,
  Chip,
  DirIcon,
  EmptyState,
  ErrorState,
  InstantText,
  LoadingState,
  useT,
  VirtualFeed,
} from '../../../ui';
import { ChangeLines, commandWords, undo, UndoDialog, useMayUndo } from '../../operations';
import page from './page.module.css';
import styles from './record.module.css';

export function HistoryTab({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const partyId = record.id;
  const names = useMemo(
    () =>
      new Map([
        [record.id, record.displayName],
        ...record.relationships.map(({ party }) => [party.id, party.name] as const),
      ]),
    [record],
  );
  const load: LoadPage<HistoryEntry> = useCallback(
    async (after, limit) => {
      const answer = await reader.parties.history({ partyId, after, limit });
      return answer.ok ? { ok: true, value: { rows: answer.value.entries, next: answer.value.next } } : answer;
    },
    [partyId],
  );
  const rows = useRowWindow(load, 'operations');
  if (rows.failure !== null) return <ErrorState error={rows.failure} onRetry={rows.window.refresh} />;
  if (rows.length === 0 && !rows.complete) return <LoadingState lines={8} />;
  if (rows.length === 0) return <EmptyState small title={t('record.history.empty')} />;
  return <HistoryList rows={rows} names={names} />;
}

/** Pixels of an entry before it was measured. */
const GUESSED_HEIGHT = 110;

interface HistoryListProps {
  readonly rows: LiveRows<HistoryEntry>;
  readonly names: ReadonlyMap<string, string>;
}

function HistoryList({ rows, names }: HistoryListProps): ReactNode {
  const t = useT();
  return (
    <VirtualFeed
      label={t('record.tab.history')}
      count={rows.length}
      busy={rows.loading}
      guess={() => GUESSED_HEIGHT}
      keyAt={(index) => rows.rows.get(index)?.operationId ?? index}
      onRange={rows.window.ensure}
    >
      {(index) => <HistoryEntryRow entry={rows.rows.get(index)} names={names} />}
    </VirtualFeed>
  );
}

interface HistoryEntryProps {
  readonly entry: HistoryEntry | undefined;
  readonly names: ReadonlyMap<string, string>;
}

function HistoryEntryRow({ entry, names }: HistoryEntryProps): ReactNode {
  const t = useT();
  if (entry === undefined) return <div className={page.waiting} aria-busy="true" />;
  return (
    <article className={page.historyEntry}>
      <div className={page.historyHead}>
        <span className={styles.strong}>{commandWords(t, entry.command)}</span>
        <span className={styles.quiet}>
          <Bidi>{entry.userName}</Bidi> · <InstantText value={entry.at} />
        </span>
        <span className={styles.menuSpot}>
          {entry.undone ? <Chip hue="clay">{t('operations.undone')}</Chip> : <WayBack entry={entry} />}
        </span>
      </div>
      <ChangeLines changes={entry.changes} names={names} />
    </article>
  );
}

/** A step of an import takes the whole import with it, and so asks first. */
function WayBack({ entry }: { readonly entry: HistoryEntry }): ReactNode {
  const t = useT();
  const mayUndo = useMayUndo();
  const [asking, setAsking] = useState(false);
  if (!mayUndo(entry)) return null;
  const { operationId: id, groupId, command, userName } = entry;
  return (
    <>
      <Button
        small
        kind="quiet"
        icon={<DirIcon icon={IconArrowBackUp} size={15} />}
        onClick={() => (groupId === null ? void undo(t, { id }) : setAsking(true))}
      >
        {t('record.history.undo')}
      </Button>
      {asking && <UndoDialog operation={{ id, groupId, command, userName }} onClose={() => setAsking(false)} />}
    </>
  );
}
