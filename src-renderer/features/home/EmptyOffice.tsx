// A base without anybody in it: the first person, a file, or the sample office.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay } from '../../api';
import { Button, EmptyState, ErrorState, notify, Spinner, useNavigation, useT } from '../../ui';
import { NewPartyDialog } from '../parties';
import styles from './home.module.css';

export function EmptyOffice(): ReactNode {
  const t = useT();
  const may = useMay();
  const navigation = useNavigation();
  const [creating, setCreating] = useState(false);
  const sample = useEngineCommand('base.loadSample');
  const load = async (): Promise<void> => {
    const result = await sample.run({});
    if (result.ok) notify({ message: t('home.sampleDone'), tone: 'success' });
  };
  if (sample.pending) {
    return (
      <div role="status">
        <EmptyState title={t('home.sampleBusy')} action={<Spinner />} />
      </div>
    );
  }
  const actions = (
    <div className={styles.actions}>
      {may('parties.create') && (
        <Button kind="primary" onClick={() => setCreating(true)}>
          {t('home.newPerson')}
        </Button>
      )}
      {may('imports.run') && <Button onClick={() => navigation.go({ page: 'import' })}>{t('home.import')}</Button>}
      {may('base.manage') && (
        <Button kind="quiet" onClick={() => void load()}>
          {t('home.sample')}
        </Button>
      )}
    </div>
  );
  return (
    <>
      <EmptyState title={t('home.emptyTitle')} detail={t('home.emptyText')} action={actions} />
      {sample.error !== null && <ErrorState inline error={sample.error} />}
      <NewPartyDialog opened={creating} onClose={() => setCreating(false)} />
    </>
  );
}
