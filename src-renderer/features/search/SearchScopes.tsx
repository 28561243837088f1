// Where to look: everywhere, or in one kind of record.

import { searchScopes } from '@shared/features/search/search.contract';
import type { ReactNode } from 'react';
import { Pill, useT } from '../../ui';
import styles from './dialog.module.css';
import type { Scope } from './use-find';

export interface SearchScopesProps {
  readonly scope: Scope | null;
  onChange(scope: Scope | null): void;
}

export function SearchScopes({ scope, onChange }: SearchScopesProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.scopes} role="group" aria-label={t('search.scope')}>
      <Pill pressed={scope === null} onClick={() => onChange(null)}>
        {t('search.scope.all')}
      </Pill>
      {searchScopes.map((one) => (
        <Pill key={one} pressed={scope === one} onClick={() => onChange(one)}>
          {t(`search.scope.${one}`)}
        </Pill>
      ))}
    </div>
  );
}
