// Entries of the log as they are scrolled through, newest first.

import type { AuditEntry, AuditFilter } from '@shared/features/access/access.contract';
import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { client, useRowWindow } from '../../api';
import type { LoadPage } from '../../api';
import { EmptyState, RowsAnswer, useT, VirtualFeed } from '../../ui';
import { AuditRow } from './AuditRow';

export interface AuditListProps {
  /** Kept by whoever asks: a new one is another list. */
  readonly filter: AuditFilter;
  readonly label: string;
  readonly empty: string;
  readonly ofOne?: boolean;
  onWhat?(what: string): void;
}

/** Pixels of a line before it was measured. */
const GUESSED_HEIGHT = 60;

export function AuditList({ filter, label, empty, ofOne = false, onWhat }: AuditListProps): ReactNode {
  const t = useT();
  const load: LoadPage<AuditEntry> = useCallback(
    async (after, limit) => {
      const answer = await client.access.events({ ...filter, after, limit });
      return answer.ok ? { ok: true, value: { rows: answer.value.entries, next: answer.value.next } } : answer;
    },
    [filter],
  );
  const rows = useRowWindow(load, 'operations');
  const nothing = <EmptyState small title={empty} detail={ofOne ? undefined : t('audit.subtitle')} />;
  return (
    <RowsAnswer of={rows} lines={8} empty={nothing}>
      <VirtualFeed
        framed
        label={label}
        count={rows.length}
        busy={rows.loading}
        guess={() => GUESSED_HEIGHT}
        keyAt={(index) => rows.rows.get(index)?.id ?? index}
        onRange={rows.window.ensure}
      >
        {(index) => (
          <AuditRow entry={rows.rows.get(index)} above={rows.rows.get(index - 1)} ofOne={ofOne} onWhat={onWhat} />
        )}
      </VirtualFeed>
    </RowsAnswer>
  );
}
