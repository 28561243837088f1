// Search everywhere (Ctrl+K): results while typing, the keyboard alone suffices, recent records before the first letter.

import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useId, useState } from 'react';
import { BareDialog, useT } from '../../ui';
import { entriesOf, optionId } from './search-entries';
import { SearchResults } from './SearchResults';
import { SearchScopes } from './SearchScopes';
import styles from './dialog.module.css';
import { useRecentRecords } from './recent-records';
import { useFind } from './use-find';
import type { Scope } from './use-find';
import { useOpenEntry } from './use-open-entry';
import type { SearchWays } from './use-open-entry';

export interface SearchDialogProps extends SearchWays {
  readonly opened: boolean;
}

export function SearchDialog({ opened, ...box }: SearchDialogProps): ReactNode {
  const t = useT();
  return (
    <BareDialog
      opened={opened}
      onClose={box.onClose}
      label={t('search.title')}
      className={styles.dialog}
      overlayClassName={styles.overlay}
    >
      <SearchBox {...box} />
    </BareDialog>
  );
}

function SearchBox({ onClose, onCreate, onCreateLead }: SearchWays): ReactNode {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [scope, setScope] = useState<Scope | null>(null);
  const [active, setActive] = useState(0);
  const found = useFind({ text, scopes: scope === null ? undefined : [scope], limit: 30 });
  const recent = useRecentRecords();
  const openEntry = useOpenEntry({ onClose, onCreate, onCreateLead });
  useEffect(() => void recent.load(), [recent]);
  const offers = { mayCreate: onCreate !== undefined, mayCreateLead: onCreateLead !== undefined };
  const entries = entriesOf({ text, found, recent: recent.records, ...offers });
  const asking = text.trim() !== '';
  useEffect(() => setActive(0), [found, asking]);
  const chosen = Math.min(active, entries.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const entry = entries[chosen];
    if (step !== 0) setActive((chosen + step + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter' && entry !== undefined && !event.nativeEvent.isComposing)
      openEntry(entry, text.trim());
    else return;
    event.preventDefault();
  };
  return (
    <div onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <IconSearch size={20} className={styles.glass} aria-hidden="true" />
        <input
          className={styles.input}
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={id}
          aria-activedescendant={entries.length > 0 ? optionId(id, chosen) : undefined}
          aria-autocomplete="list"
          aria-label={t('search.title')}
          placeholder={t('search.placeholder')}
          dir="auto"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <SearchScopes scope={scope} onChange={setScope} />
      <SearchResults
        id={id}
        text={text.trim()}
        found={found}
        entries={entries}
        active={chosen}
        onOpen={(entry) => openEntry(entry, text.trim())}
        onPoint={setActive}
      />
      <p className={styles.keys}>{t('search.keys')}</p>
    </div>
  );
}
