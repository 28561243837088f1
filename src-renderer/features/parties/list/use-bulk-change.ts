// One change of all selected records: one step, one count, one undo.

import type { InputAt } from '../../../api';
import { useEngineCommand } from '../../../api';
import { useT } from '../../../ui';
import { useDone } from '../../operations';

export interface BulkActionProps {
  readonly selected: ReadonlySet<string>;
  onDone(): void;
}

export interface BulkChange {
  readonly pending: boolean;
  set(change: InputAt<'parties.bulkUpdate'>['set']): Promise<void>;
}

export function useBulkChange({ selected, onDone }: BulkActionProps): BulkChange {
  const t = useT();
  const done = useDone();
  const update = useEngineCommand('parties.bulkUpdate');
  return {
    pending: update.pending,
    async set(change) {
      const result = await update.run({ ids: [...selected], set: change });
      done(result, result.ok ? t('people.bulk.changed', { count: result.value.changed }) : '');
      if (result.ok) onDone();
    },
  };
}
