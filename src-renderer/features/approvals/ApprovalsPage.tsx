// What was asked for that takes two: what waits, for whoever may approve it, and what became of the rest.

import type { Approval } from '@shared/features/approvals/approvals.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Answer, Button, EmptyState, Lines, Page, PageTitle, useT } from '../../ui';
import { ApproveDialog } from './ApproveDialog';
import { RequestLine } from './RequestLine';
import { SignCodeDialog } from './SignCodeDialog';

const isOpen = ({ state }: Approval): boolean => state === 'waiting' || state === 'granted';

export function ApprovalsPage(): ReactNode {
  const t = useT();
  const list = useEngineQuery('approvals.list', {});
  const may = useMay();
  const [isSigning, setSigning] = useState(false);
  const [approving, setApproving] = useState<Approval | null>(null);
  const part = (title: 'approvals.open' | 'approvals.ended', some: readonly Approval[]): ReactNode => (
    <Lines title={t(title)} rows={some}>
      {(one) => <RequestLine key={one.id} request={one} onApprove={() => setApproving(one)} onDone={list.refresh} />}
    </Lines>
  );
  return (
    <Page>
      <PageTitle
        detail={t('approvals.lead')}
        actions={
          may('approvals.approve') && <Button onClick={() => setSigning(true)}>{t('approvals.sign-code')}</Button>
        }
      >
        {t('common.page-approvals')}
      </PageTitle>
      <Answer of={list}>
        {({ approvals }) => (
          <>
            {approvals.length === 0 && <EmptyState title={t('approvals.none')} />}
            {part('approvals.open', approvals.filter(isOpen))}
            {part(
              'approvals.ended',
              approvals.filter((one) => !isOpen(one)),
            )}
          </>
        )}
      </Answer>
      {isSigning && <SignCodeDialog onClose={() => setSigning(false)} />}
      {approving !== null && (
        <ApproveDialog
          request={approving}
          onClose={() => setApproving(null)}
          onDone={() => {
            setApproving(null);
            list.refresh();
          }}
        />
      )}
    </Page>
  );
}
