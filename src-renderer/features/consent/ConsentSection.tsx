// What somebody agreed to and what they refused, taken back in one click, with all that was ever said behind it.

import type { ConsentOfPurpose } from '@shared/features/consent/consent.contract';
import { mayObject } from '@shared/features/privacy/purpose';
import { IconHistory, IconPhoneOff, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { Button, ErrorState, IconButton, Panel, useT } from '../../ui';
import styles from './consent.module.css';
import { ConsentHistoryDialog } from './ConsentHistoryDialog';
import { HoldingLine } from './HoldingLine';
import { NeverContactDialog } from './NeverContactDialog';
import { RecordConsentDialog } from './RecordConsentDialog';
import { usePurposeWords } from '../privacy';

export interface ConsentSectionProps {
  readonly partyId: string;
  /** A record in the bin: nothing is said about it any more. */
  readonly deleted: boolean;
  /** The language in which somebody is asked, where it is known. */
  readonly language: 'ar' | 'fa' | 'en' | null;
}

type Opened = 'record' | 'history' | 'never';

export function ConsentSection({ partyId, deleted, language }: ConsentSectionProps): ReactNode {
  const t = useT();
  const may = useMay();
  const [opened, setOpened] = useState<Opened | null>(null);
  const enabled = may('consent.read') && !deleted;
  const { data, error, refresh } = useEngineQuery('consent.list', { partyId }, { enabled });
  if (!enabled) return null;
  const allowed = may('consent.record');
  const close = (): void => setOpened(null);
  const shown = data?.purposes.filter(isTold) ?? [];
  const add = allowed && (
    <IconButton small label={t('consent.add')} onClick={() => setOpened('record')}>
      <IconPlus size="1rem" aria-hidden />
    </IconButton>
  );
  return (
    <Panel title={t('consent.title')} action={add} flush className={styles.section}>
      {error !== null && data === undefined && <ErrorState inline error={error} onRetry={refresh} />}
      <ul className={styles.purposes}>
        {shown.map((purpose) => (
          <PurposeLine key={purpose.id} partyId={partyId} purpose={purpose} allowed={allowed} />
        ))}
      </ul>
      {(data?.suppressedPointIds.length ?? 0) > 0 && (
        <p className={styles.note}>{t('consent.suppressed-points', { count: data?.suppressedPointIds.length ?? 0 })}</p>
      )}
      <div className={styles.foot}>
        <Button
          small
          kind="quiet"
          icon={<IconHistory size="0.95rem" aria-hidden />}
          onClick={() => setOpened('history')}
        >
          {t('consent.history', { count: data?.history.length ?? 0 })}
        </Button>
        {allowed && (
          <Button
            small
            kind="quiet"
            icon={<IconPhoneOff size="0.95rem" aria-hidden />}
            onClick={() => setOpened('never')}
          >
            {t('consent.never')}
          </Button>
        )}
      </div>
      {opened === 'record' && <RecordConsentDialog partyId={partyId} language={language} onClose={close} />}
      {opened === 'history' && <ConsentHistoryDialog history={data?.history ?? []} onClose={close} />}
      {opened === 'never' && <NeverContactDialog partyId={partyId} onClose={close} />}
    </Panel>
  );
}

/** What needs consent, and whatever anything was said about. */
const isTold = ({ basis, holding }: ConsentOfPurpose): boolean => basis === 'consent' || holding.length > 0;

interface PurposeLineProps {
  readonly partyId: string;
  readonly purpose: ConsentOfPurpose;
  readonly allowed: boolean;
}

function PurposeLine({ partyId, purpose, allowed }: PurposeLineProps): ReactNode {
  const t = useT();
  const words = usePurposeWords()(purpose);
  return (
    <li className={styles.purpose}>
      <span className={styles.purposeName}>
        <bdi>{words}</bdi>
      </span>
      {purpose.holding.length === 0 && <span className={styles.quiet}>{t('consent.nothing-said')}</span>}
      {purpose.holding.map((holding) => (
        <HoldingLine
          key={`${holding.channel} ${holding.brand ?? ''}`}
          partyId={partyId}
          purpose={purpose.id}
          words={words}
          holding={holding}
          allowed={allowed && mayObject(purpose.basis)}
        />
      ))}
    </li>
  );
}
