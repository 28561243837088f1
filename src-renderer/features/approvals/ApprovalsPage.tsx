// What was asked for that takes two: what waits, for whoever may approve it, and what became of the rest.

import type { Approval } from '@shared/features/approvals/approvals.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import { EmptyState, ErrorState, LoadingState, Page, PageTitle, SectionTitle, useT } from '../../ui';
import styles from './approvals.module.css';
import { ApproveDialog } from './ApproveDialog';
import { RequestLine } from './RequestLine';

const isOpen = ({ state }: Approval): boolean => state === 'waiting' || state === 'granted';

export function ApprovalsPage(): ReactNode {
  const t = useT();
  const list = useEngineQuery('approvals.list', {});
  const [approving, setApproving] = useState<Approval | null>(null);
  const all = list.data?.approvals ?? [];
  const part = (title: 'approvals.open' | 'approvals.ended', some: readonly Approval[]): ReactNode =>
    some.length > 0 && (
      <section className={styles.part} aria-label={t(title)}>
        <SectionTitle>{t(title)}</SectionTitle>
        <ul className={styles.lines}>
          {some.map((one) => (
            <RequestLine key={one.id} request={one} onApprove={() => setApproving(one)} onDone={list.refresh} />
          ))}
        </ul>
      </section>
    );
  return (
    <Page>
      <PageTitle detail={t('approvals.lead')}>{t('common.page-approvals')}</PageTitle>
      {list.error !== null && list.data === undefined && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.loading && <LoadingState lines={6} />}
      {list.data !== undefined && all.length === 0 && <EmptyState title={t('approvals.none')} />}
      {part('approvals.open', all.filter(isOpen))}
      {part(
        'approvals.ended',
        all.filter((one) => !isOpen(one)),
      )}
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
