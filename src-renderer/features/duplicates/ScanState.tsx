// When the base was last searched for doubles, what changed since, and the search while it runs.

import type { ReactNode } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import { InstantText, useT } from '../../ui';
import { SearchLine } from '../jobs';

const kinds = ['duplicates.scan'] as const;

export function ScanState({ onFound }: { onFound(): void }): ReactNode {
  const t = useT();
  const may = useMay();
  const last = useEngineQuery('duplicates.lastScan', {});
  const scan = useEngineCommand('duplicates.scan');
  const found = (): void => {
    last.refresh();
    onFound();
  };
  return (
    <SearchLine
      kinds={kinds}
      button={t('duplicates.scan')}
      pending={scan.pending}
      error={scan.error}
      onStart={may('parties.write') ? () => scan.run({}) : undefined}
      onFound={found}
    >
      <LastScan last={last.data?.last ?? null} />
    </SearchLine>
  );
}

interface LastScanProps {
  readonly last: { readonly finishedAt: number; readonly changed: { readonly value: number } } | null;
}

function LastScan({ last }: LastScanProps): ReactNode {
  const t = useT();
  if (last === null) return t('duplicates.never-scanned');
  return (
    <>
      {t('duplicates.last-scan')} <InstantText value={last.finishedAt} relative />
      {last.changed.value > 0 && ` · ${t('duplicates.changed-since', { count: last.changed.value })}`}
    </>
  );
}
