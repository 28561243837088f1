// In the open window: the key file is not the one this base knew. Says what that may mean; an administrator decides what becomes of it.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import { Banner, Button, ConfirmDialog, ErrorState, useT } from '../../ui';

export function KeyringNotice(): ReactNode {
  const t = useT();
  const mayDecide = useMay()('base.manage');
  const status = useEngineQuery('session.status', {});
  const accept = useEngineCommand('users.acceptKeyring');
  const [asking, setAsking] = useState(false);
  const alarm = status.data?.keyringAlarm ?? null;
  if (alarm === null) return null;
  const decide = async (): Promise<void> => {
    const done = await accept.run({});
    if (!done.ok) return;
    setAsking(false);
    status.refresh();
  };
  return (
    <>
      <Banner action={mayDecide && <Button onClick={() => setAsking(true)}>{t('session.keyring-accept')}</Button>}>
        {t(`session.keyring-${alarm}`)} {!mayDecide && t('session.keyring-tell')}
      </Banner>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('session.keyring-accept-title')}
        confirm={t('session.keyring-accept')}
        onConfirm={() => void decide()}
        pending={accept.pending}
      >
        <p>{t('session.keyring-accept-text')}</p>
        {accept.error !== null && <ErrorState inline error={accept.error} />}
      </ConfirmDialog>
    </>
  );
}
