// Who may unlock this base: the people, their roles, and each one's own passphrase.

import type { User } from '@shared/features/users/users.contract';
import { IconKey, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Button, EmptyState, ErrorState, LoadingState, Page, PageTitle, Panel, useT } from '../../ui';
import { LeftNotice } from '../keys';
import { AddUserDialog } from './AddUserDialog';
import { ChangePassphraseDialog } from './ChangePassphraseDialog';
import { EditUserDialog } from './EditUserDialog';
import { RemoveUserDialog } from './RemoveUserDialog';
import { ResetPassphraseDialog } from './ResetPassphraseDialog';
import { UserTable } from './UserTable';

type Open = { dialog: 'add' | 'passphrase' } | { dialog: 'edit' | 'remove' | 'reset'; user: User } | null;

export function UsersPage(): ReactNode {
  const t = useT();
  const may = useMay();
  const users = useEngineQuery('users.list', {});
  const [open, setOpen] = useState<Open>(null);
  const [removals, setRemovals] = useState(0);
  const close = (): void => setOpen(null);
  const removed = (): void => {
    users.refresh();
    setRemovals((count) => count + 1);
  };
  const manage = may('users.manage');
  return (
    <Page narrow>
      <PageTitle
        detail={t('users.lead')}
        actions={
          <>
            <Button
              icon={<IconKey size="1.1rem" stroke={1.6} aria-hidden />}
              onClick={() => setOpen({ dialog: 'passphrase' })}
            >
              {t('users.change-passphrase')}
            </Button>
            {manage && (
              <Button
                kind="primary"
                icon={<IconUserPlus size="1.1rem" stroke={1.6} aria-hidden />}
                onClick={() => setOpen({ dialog: 'add' })}
              >
                {t('users.add')}
              </Button>
            )}
          </>
        }
      >
        {t('common.page-users')}
      </PageTitle>
      <LeftNotice removals={removals} />
      {users.loading && <LoadingState />}
      {users.error !== null && <ErrorState error={users.error} onRetry={users.refresh} />}
      {users.data?.users.length === 0 && <EmptyState title={t('users.empty')} />}
      {users.data !== undefined && users.data.users.length > 0 && (
        <Panel flush>
          <UserTable
            users={users.data.users}
            mayManage={manage}
            onEdit={(user) => setOpen({ dialog: 'edit', user })}
            onReset={(user) => setOpen({ dialog: 'reset', user })}
            onRemove={(user) => setOpen({ dialog: 'remove', user })}
          />
        </Panel>
      )}
      {open?.dialog === 'add' && <AddUserDialog onClose={close} onDone={users.refresh} />}
      {open?.dialog === 'edit' && <EditUserDialog user={open.user} onClose={close} onDone={users.refresh} />}
      {open?.dialog === 'remove' && <RemoveUserDialog user={open.user} onClose={close} onDone={removed} />}
      {open?.dialog === 'reset' && <ResetPassphraseDialog user={open.user} onClose={close} />}
      {open?.dialog === 'passphrase' && <ChangePassphraseDialog onClose={close} />}
    </Page>
  );
}
