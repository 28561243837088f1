// The tabs of a record's middle: arrows move between them, in the direction of writing.

import type { KeyboardEvent, ReactNode } from 'react';
import { useT } from '../../../ui';
import styles from './page.module.css';

export type RecordTab = 'timeline' | 'properties' | 'related' | 'files' | 'map' | 'history' | 'looked';

export interface RecordTabsProps {
  readonly tabs: readonly RecordTab[];
  readonly chosen: RecordTab;
  onChoose(tab: RecordTab): void;
}

export function RecordTabs({ tabs, chosen, onChoose }: RecordTabsProps): ReactNode {
  const t = useT();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const step = event.key === forward ? 1 : -1;
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length] ?? chosen;
    onChoose(next);
    requestAnimationFrame(() => document.getElementById(`record-tab-${next}`)?.focus());
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={t('record.tabs')} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          id={`record-tab-${tab}`}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={tab === chosen}
          aria-controls={`record-panel-${tab}`}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {t(`record.tab.${tab}`)}
        </button>
      ))}
    </div>
  );
}
