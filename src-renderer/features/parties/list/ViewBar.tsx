// The bar over the register: words to look for, filters as chips, saved views, columns.

import type { PartyRow } from '@shared/features/parties/party';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { LiveRows } from '../../../api';
import { useIsMasked } from '../../../api';
import { ColumnChooser, FilterMenu, ListBar, TextField, useHotkey, useT } from '../../../ui';
import type { ListPage } from '../../../ui';
import { PartyChips } from './PartyChips';
import { PartyFilterFields } from './PartyFilterFields';
import { withFilter } from './list-view';
import type { ListView, PartyColumn } from './list-view';
import styles from './list.module.css';
import { usePartyColumns } from './party-columns';
import { ViewsMenu } from './ViewsMenu';

export interface ViewBarProps {
  readonly page: ListPage;
  readonly view: ListView;
  readonly rows: LiveRows<PartyRow>;
  readonly widths: Readonly<Record<string, number>>;
  onChange(view: ListView): void;
  onResize(key: string, width: number): void;
}

export function ViewBar({ view, widths, onChange, onResize }: ViewBarProps): ReactNode {
  const change = (part: Partial<ListView['filter']>): void =>
    onChange({ ...view, filter: withFilter(view.filter, part) });
  const isMasked = useIsMasked();
  const searchable = !isMasked('party_name.text') || !isMasked('contact_point.value');
  const columns = usePartyColumns(view.columns, widths);
  const choosable = columns.all.map(({ key, header, width }) => ({ key, header, width, fixed: key === 'name' }));
  const end = (
    <>
      <ViewsMenu view={view} onChange={onChange} />
      <ColumnChooser
        columns={choosable}
        shown={view.columns}
        onShown={(keys) => onChange({ ...view, columns: keys as PartyColumn[] })}
        onResize={onResize}
      />
    </>
  );
  return (
    <ListBar end={end}>
      {searchable && (
        <WordsFilter
          text={view.filter.text ?? ''}
          onChange={(text) => change({ text: text === '' ? undefined : text })}
        />
      )}
      <FilterMenu>
        <PartyFilterFields filter={view.filter} change={change} />
      </FilterMenu>
      <PartyChips
        filter={view.filter}
        change={change}
        onClear={() => onChange({ ...view, filter: withFilter({}, { deleted: view.filter.deleted }) })}
      />
    </ListBar>
  );
}

/** Each letter would be a new list; a short rest between them is enough. */
const REST_MS = 120;

function WordsFilter({ text, onChange }: { readonly text: string; onChange(text: string): void }): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState(text);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useHotkey({ keys: 'Slash', label: 'people.filter.textLabel' }, () => field.current?.focus());
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text) return undefined;
    const timer = window.setTimeout(() => onChange(typed.trim()), REST_MS);
    return () => window.clearTimeout(timer);
  });
  return (
    <div className={styles.wordsFilter}>
      <TextField
        label={t('people.filter.textLabel')}
        hideLabel
        placeholder={t('people.filter.text')}
        icon={<IconSearch size="1rem" stroke={1.7} aria-hidden />}
        value={typed}
        maxLength={200}
        inputRef={field}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped('');
        }}
      />
    </div>
  );
}
