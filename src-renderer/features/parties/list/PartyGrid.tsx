// The grid of the register, and what stands in it when it is empty.

import type { PartyRow } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import type { LiveRows } from '../../../api';
import { Button, EmptyState, ListGrid, useNavigation, useT } from '../../../ui';
import type { ListPage } from '../../../ui';
import { filterSize, SELECTION_LIMIT, sortByColumn, withFilter } from './list-view';
import type { ListView, PartyColumn } from './list-view';
import styles from './list.module.css';
import { usePartyColumns } from './party-columns';

export interface PartyGridProps {
  readonly page: ListPage;
  readonly view: ListView;
  readonly rows: LiveRows<PartyRow>;
  readonly widths: Readonly<Record<string, number>>;
  /** Absent for those who may do nothing with a selection. */
  readonly selected: ReadonlySet<string> | undefined;
  onSelected(keys: ReadonlySet<string>): void;
  onChange(view: ListView): void;
  onResize(key: string, width: number): void;
  onCreate?(): void;
}

const keyOf = (row: PartyRow): string => row.id;

const withinLimit = (keys: ReadonlySet<string>): ReadonlySet<string> =>
  keys.size <= SELECTION_LIMIT ? keys : new Set([...keys].slice(0, SELECTION_LIMIT));

export function PartyGrid(props: PartyGridProps): ReactNode {
  const { page, view, rows, widths, selected, onSelected, onChange, onResize, onCreate } = props;
  const t = useT();
  const navigation = useNavigation();
  const columns = usePartyColumns(view.columns, widths);
  return (
    <ListGrid
      label={t(`people.title.${page === 'people' ? 'person' : page === 'groups' ? 'group' : 'organisation'}`)}
      columns={columns.shown}
      rows={rows}
      rowKey={keyOf}
      onOpen={(row) => navigation.go({ page: 'party', id: row.id })}
      selected={selected}
      onSelected={(keys) => onSelected(withinLimit(keys))}
      rowsBetween={(start, end) =>
        rows.window.read(
          Math.max(Math.min(start, end), start - SELECTION_LIMIT + 1),
          Math.min(Math.max(start, end), start + SELECTION_LIMIT - 1) + 1,
        )
      }
      sort={{ key: view.sort.by, direction: view.sort.direction }}
      onSort={(key) => onChange({ ...view, sort: sortByColumn(view.sort, key as PartyColumn) })}
      onResize={onResize}
      empty={<Nothing view={view} onChange={onChange} onCreate={onCreate} />}
      autoFocus
    />
  );
}

type NothingProps = Pick<PartyGridProps, 'view' | 'onChange' | 'onCreate'>;

function Nothing({ view, onChange, onCreate }: NothingProps): ReactNode {
  const t = useT();
  const navigation = useNavigation();
  if (filterSize(view.filter) > 0) {
    const clear = (): void => onChange({ ...view, filter: withFilter({}, { deleted: view.filter.deleted }) });
    return (
      <EmptyState
        title={t('people.empty.filtered')}
        detail={t('people.empty.filteredText')}
        action={<Button onClick={clear}>{t('people.filter.clear')}</Button>}
      />
    );
  }
  if (view.filter.deleted === true) return <EmptyState title={t('people.empty.bin')} />;
  const actions = (
    <div className={styles.actions}>
      {onCreate !== undefined && (
        <Button kind="primary" onClick={onCreate}>
          {t('people.new')}
        </Button>
      )}
      <Button onClick={() => navigation.go({ page: 'import' })}>{t('people.empty.import')}</Button>
    </div>
  );
  return <EmptyState title={t('people.empty.title')} detail={t('people.empty.text')} action={actions} />;
}
