// The register: people, organisations or groups as one long list, with filters, views, selection and the recycle bin.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useIsMasked, useMay } from '../../../api';
import { ListPageFrame, useHotkey, useNavigation } from '../../../ui';
import type { ListPage } from '../../../ui';
import { NewPartyDialog } from '../create/NewPartyDialog';
import { BulkBar } from './BulkBar';
import { kindOfPage, plainView, readView, unnamed, writeView } from './list-view';
import type { ListView } from './list-view';
import { ListHead } from './ListHead';
import { PartyGrid } from './PartyGrid';
import { useColumnWidths } from './use-column-widths';
import { useListQuestion, usePartyRows } from './use-party-list';
import { ViewBar } from './ViewBar';

export interface PartiesPageProps {
  readonly page: ListPage;
  /** The list's state as the address keeps it. */
  readonly view?: string;
}

const nobody: ReadonlySet<string> = new Set();

export function PartiesPage({ page, view: text }: PartiesPageProps): ReactNode {
  const navigation = useNavigation();
  const may = useMay();
  const [selected, setSelected] = useState(nobody);
  const [creating, setCreating] = useState(false);
  const nameless = useIsMasked()('party_name.text');
  const view = nameless ? unnamed(readView(text)) : readView(text);
  const question = useListQuestion(page, view);
  const rows = usePartyRows(question);
  const keep = (next: ListView): void => navigation.replace({ page, view: writeView(next) });
  const change = (next: ListView): void => {
    // Sorting and columns show the same records; another filter shows others.
    if (JSON.stringify(next.filter) !== JSON.stringify(view.filter)) setSelected(nobody);
    keep(next);
  };
  const { widths, resize } = useColumnWidths(view, keep);
  const inBin = view.filter.deleted === true;
  const mayChange = may('parties.write') || may('parties.assign') || may('parties.delete');
  const create = may('parties.create') && !inBin ? () => setCreating(true) : undefined;
  useHotkey({ keys: 'KeyN', label: 'people.newHint' }, () => create?.(), create !== undefined);
  // With widths that are still under the hand: a view saved at that moment holds what is seen.
  const shared = { page, view: { ...view, widths }, rows, onChange: change };
  return (
    <ListPageFrame>
      <ListHead {...shared} onBin={(bin) => change({ ...plainView(), filter: bin ? { deleted: true } : {} })} />
      <ViewBar {...shared} widths={widths} onResize={resize} />
      {selected.size > 0 && (
        <BulkBar
          question={question}
          columns={view.columns}
          rows={rows}
          selected={selected}
          onSelected={setSelected}
          inBin={inBin}
        />
      )}
      <PartyGrid
        {...shared}
        widths={widths}
        selected={mayChange ? selected : undefined}
        onSelected={setSelected}
        onResize={resize}
        onCreate={create}
      />
      <NewPartyDialog opened={creating} kind={kindOfPage[page]} onClose={() => setCreating(false)} />
    </ListPageFrame>
  );
}
