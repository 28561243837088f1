// What left the base in files: a receipt for each, and whether a file that somebody holds is one of them.

import type { Receipt } from '@shared/features/exports/lock';
import { IconFileCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, useEngineCommand, useEngineQuery } from '../../api';
import { Answer, Button, Dialog, ErrorState, Lines, Stack, useT } from '../../ui';
import { useAfterJobs } from '../backups';
import styles from './exports.module.css';
import { ReceiptItem } from './ReceiptItem';

const leaving = ['exports.make', 'exports.makeExit', 'privacy.accessPack'] as const;

export function ReceiptsButton(): ReactNode {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="quiet"
        icon={<IconFileCheck size={18} stroke={1.6} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('exports.receipts')}
      </Button>
      {isOpen && (
        <Dialog opened onClose={() => setOpen(false)} title={t('exports.receipts')} size="large">
          <Receipts />
        </Dialog>
      )}
    </>
  );
}

function Receipts(): ReactNode {
  const t = useT();
  const list = useEngineQuery('exports.receipts', { limit: 100 });
  const verify = useEngineCommand('exports.verify');
  const [verified, setVerified] = useState<{ readonly receipt: Receipt | null } | null>(null);
  useAfterJobs(leaving, list.refresh);
  const check = async (): Promise<void> => {
    const chosen = await appClient.chooseFiles({});
    const [file] = chosen.ok ? chosen.value.files : [];
    if (file === undefined) return;
    const answer = await verify.run({ file: file.token });
    setVerified(answer.ok ? answer.value : null);
  };
  return (
    <Stack>
      <p className="dw-muted">{t('exports.receipts.lead')}</p>
      <div>
        <Button pending={verify.pending} onClick={() => void check()}>
          {t('exports.receipts.verify')}
        </Button>
      </div>
      {verify.error !== null && <ErrorState inline error={verify.error} />}
      {verified !== null && <Verified receipt={verified.receipt} />}
      <Answer of={list}>
        {({ receipts }) => (
          <Lines rows={receipts} empty={t('exports.receipts.none')} bare>
            {(one) => <ReceiptItem key={one.operationId} receipt={one} />}
          </Lines>
        )}
      </Answer>
    </Stack>
  );
}

function Verified({ receipt }: { readonly receipt: Receipt | null }): ReactNode {
  const t = useT();
  return receipt === null ? (
    <p className={styles.bad} role="status">
      {t('exports.receipts.unknown')}
    </p>
  ) : (
    <div role="status">
      <p className={styles.good}>{t('exports.receipts.known')}</p>
      <Lines rows={[receipt]} bare>
        {(one) => <ReceiptItem key={one.operationId} receipt={one} />}
      </Lines>
    </div>
  );
}
