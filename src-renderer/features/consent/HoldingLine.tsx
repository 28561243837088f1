// What holds of one purpose on one channel, with the click that takes it back.

import type { ConsentOfPurpose } from '@shared/features/consent/consent.contract';
import { IconBan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEngineCommand } from '../../api';
import { Bidi, Chip, IconButton, InstantText, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './consent.module.css';

export interface HoldingLineProps {
  readonly partyId: string;
  readonly purpose: string;
  /** The purpose in words. */
  readonly words: string;
  readonly holding: ConsentOfPurpose['holding'][number];
  /** Whether it may be taken back here. */
  readonly allowed: boolean;
}

export function HoldingLine({ partyId, purpose, words, holding, allowed }: HoldingLineProps): ReactNode {
  const t = useT();
  const done = useDone();
  const withdraw = useEngineCommand('consent.withdraw');
  const { channel, brand, action, at } = holding;
  const takeBack = async (): Promise<void> => {
    const answer = await withdraw.run({ partyId, purposeId: purpose, channels: [channel], brand });
    done(answer, t('consent.withdrawn', { purpose: words }));
  };
  return (
    <span className={styles.holding}>
      <Chip hue={action === 'given' ? 'green' : 'clay'}>{t.any(`catalogue.consent_event.action.${action}`)}</Chip>
      <span>{t.any(`catalogue.consent_event.channel.${channel}`)}</span>
      {brand !== null && <Bidi>{brand}</Bidi>}
      <span className={styles.quiet}>
        <InstantText value={at} relative />
      </span>
      {allowed && action === 'given' && (
        <IconButton
          small
          label={t('consent.withdraw', { purpose: words })}
          disabled={withdraw.pending}
          onClick={() => void takeBack()}
        >
          <IconBan size="0.95rem" aria-hidden />
        </IconButton>
      )}
    </span>
  );
}
