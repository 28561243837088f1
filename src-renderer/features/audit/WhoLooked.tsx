// Who looked at this file: on somebody's page, every look and change, and the letter about them.

import type { PartyRecord } from '@shared/features/parties/party';
import { IconMail } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Button, useT } from '../../ui';
import styles from './audit.module.css';
import { AuditList } from './AuditList';
import { LetterDialog } from './LetterDialog';

export function WhoLooked({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const [writing, setWriting] = useState(false);
  const [written, setWritten] = useState(0);
  const filter = useMemo(() => ({ partyId: record.id, kinds: ['changes' as const, 'readings' as const] }), [record.id]);
  const close = (): void => {
    setWriting(false);
    // Printing it is a look itself, of which no change tells.
    setWritten((count) => count + 1);
  };
  return (
    <div className={styles.ofOne}>
      <div className={styles.ofOneHead}>
        <p className="dw-muted">{t('audit.who-looked-lead')}</p>
        <Button icon={<IconMail size="1rem" stroke={1.6} aria-hidden />} onClick={() => setWriting(true)}>
          {t('audit.letter')}
        </Button>
      </div>
      <AuditList key={written} filter={filter} label={t('audit.who-looked')} empty={t('audit.nobody-looked')} ofOne />
      {writing && <LetterDialog partyId={record.id} onClose={close} />}
    </div>
  );
}
