// Says that a record lies in the bin, and brings it back.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useEngineCommand, useMay } from '../../../api';
import { Button, useT } from '../../../ui';
import { useDone } from '../../operations';
import styles from './page.module.css';

export function DeletedNotice({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const may = useMay();
  const done = useDone();
  const restore = useEngineCommand('parties.restore');
  return (
    <div className={styles.deleted} role="status">
      <span>{t('record.inBin')}</span>
      {may('parties.delete') && (
        <Button
          small
          pending={restore.pending}
          onClick={async () =>
            done(await restore.run({ ids: [record.id] }), t('record.restored', { name: record.displayName }))
          }
        >
          {t('record.restore')}
        </Button>
      )}
    </div>
  );
}
