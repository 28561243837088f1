// What the base is encrypted with, and the ways to it that need no passphrase.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { Page, PageTitle, useT } from '../../ui';
import { RecoveryCodeDialog, RecoveryPanel } from '../recovery';
import { KeyPanel } from './KeyPanel';
import { SealingPanel } from './SealingPanel';

export function KeysPage(): ReactNode {
  const t = useT();
  const [renewing, setRenewing] = useState(false);
  const [changes, setChanges] = useState(0);
  const [renewals, setRenewals] = useState(0);
  const noteChange = (): void => setChanges((count) => count + 1);
  const noteRenewal = (): void => {
    setRenewals((count) => count + 1);
    noteChange();
  };
  const closeCode = (): void => {
    setRenewing(false);
    noteRenewal();
  };
  return (
    <Page narrow>
      <PageTitle detail={t('rotation.lead')}>{t('common.page-keys')}</PageTitle>
      <KeyPanel changes={changes} onRotated={noteRenewal} />
      <SealingPanel />
      <RecoveryPanel key={renewals} onRenewCode={() => setRenewing(true)} onChange={noteChange} />
      {renewing && <RecoveryCodeDialog onClose={closeCode} />}
    </Page>
  );
}
