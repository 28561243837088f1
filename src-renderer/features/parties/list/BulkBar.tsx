// What can be done with the selected records: one step, one count, one undo.

import type { PartyRow } from '@shared/features/parties/party';
import { IconArchive, IconArrowBackUp, IconArrowsJoin2, IconTrash, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay } from '../../../api';
import type { LiveRows } from '../../../api';
import { Button, ConfirmDialog, DirIcon, IconButton, useT } from '../../../ui';
import { ExportButton } from '../../exports';
import { useDone } from '../../operations';
import { MergeDialog } from '../merge/MergeDialog';
import { AssignActions } from './AssignActions';
import styles from './list.module.css';
import type { PartyColumn } from './list-view';
import { SelectMore } from './SelectMore';
import { useBulkChange, type BulkActionProps } from './use-bulk-change';
import type { ListQuestion } from './use-party-list';

export interface BulkBarProps {
  readonly question: ListQuestion;
  readonly columns: PartyColumn[];
  readonly rows: LiveRows<PartyRow>;
  readonly selected: ReadonlySet<string>;
  readonly inBin: boolean;
  onSelected(keys: ReadonlySet<string>): void;
}

export function BulkBar({ question, columns, rows, selected, inBin, onSelected }: BulkBarProps): ReactNode {
  const t = useT();
  const view = { filter: question.filter, sort: question.sort, columns };
  const name = t(`people.title.${question.filter.kinds?.[0] ?? 'all'}`);
  const may = useMay();
  const clear = (): void => onSelected(new Set());
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('people.selected', { count: selected.size })}>
      <span className={styles.bulkCount} role="status">
        {t('people.selected', { count: selected.size })}
      </span>
      <SelectMore question={question} rows={rows} selected={selected} onSelected={onSelected} />
      <span className={styles.bulkActions}>
        <ExportButton look="small" source={{ list: 'parties', view, selected, count: null, name }} />
        {!inBin && may('parties.write') && may('parties.assign') && (
          <AssignActions selected={selected} onDone={clear} />
        )}
        {!inBin && may('parties.write') && <StatusActions selected={selected} onDone={clear} />}
        {!inBin && may('parties.merge') && isMergeable(selected) && <MergeAction selected={selected} onDone={clear} />}
        {may('parties.delete') &&
          (inBin ? (
            <RestoreAction selected={selected} onDone={clear} />
          ) : (
            <RemoveAction selected={selected} onDone={clear} />
          ))}
      </span>
      <IconButton small label={t('people.selectNone')} onClick={clear}>
        <IconX size="1rem" aria-hidden />
      </IconButton>
    </div>
  );
}

function StatusActions({ selected, onDone }: BulkActionProps): ReactNode {
  const t = useT();
  const { set, pending } = useBulkChange({ selected, onDone });
  return (
    <>
      <Button
        small
        icon={<IconArchive size="1rem" stroke={1.6} aria-hidden />}
        disabled={pending}
        onClick={() => void set({ status: 'archived' })}
      >
        {t('people.bulk.archive')}
      </Button>
      <Button small disabled={pending} onClick={() => void set({ status: 'active' })}>
        {t('people.bulk.activate')}
      </Button>
    </>
  );
}

/** More than this at once is no look at each. */
const MOST_MERGED = 10;
const isMergeable = ({ size }: ReadonlySet<string>): boolean => size > 1 && size <= MOST_MERGED;

function MergeAction({ selected, onDone }: BulkActionProps): ReactNode {
  const t = useT();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        small
        icon={<DirIcon icon={IconArrowsJoin2} size={16} />}
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      >
        {t('merging.bulk')}
      </Button>
      {asking && <MergeDialog ids={[...selected]} onClose={() => setAsking(false)} onMerged={onDone} />}
    </>
  );
}

function RemoveAction({ selected, onDone }: BulkActionProps): ReactNode {
  const t = useT();
  const done = useDone();
  const remove = useEngineCommand('parties.remove');
  const [asking, setAsking] = useState(false);
  const run = async (): Promise<void> => {
    const result = await remove.run({ ids: [...selected] });
    setAsking(false);
    done(result, result.ok ? t('people.bulk.removed', { count: result.value.removed }) : '');
    if (result.ok) onDone();
  };
  return (
    <>
      <Button
        small
        kind="danger"
        icon={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('people.bulk.remove')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('people.bulk.confirmTitle', { count: selected.size })}
        confirm={t('people.bulk.remove')}
        danger
        pending={remove.pending}
        onConfirm={() => void run()}
      >
        {t('people.bulk.confirmText')}
      </ConfirmDialog>
    </>
  );
}

function RestoreAction({ selected, onDone }: BulkActionProps): ReactNode {
  const t = useT();
  const done = useDone();
  const restore = useEngineCommand('parties.restore');
  const run = async (): Promise<void> => {
    const result = await restore.run({ ids: [...selected] });
    done(result, result.ok ? t('people.bulk.restored', { count: result.value.restored }) : '');
    if (result.ok) onDone();
  };
  return (
    <Button
      small
      kind="primary"
      icon={<DirIcon icon={IconArrowBackUp} size={16} />}
      pending={restore.pending}
      onClick={() => void run()}
    >
      {t('people.bulk.restore')}
    </Button>
  );
}
