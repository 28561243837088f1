// In the quick log: where somebody other than the person it is about takes part, whether they may be told.

import { purposes } from '@shared/features/authority/authority.contract';
import { IconPhoneCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button, useT } from '../../ui';
import { CallCard } from '../authority';
import type { PickedParty } from '../search';

export interface MayITellProps {
  readonly kind: string;
  readonly parties: readonly PickedParty[];
}

/** The first is whom it is about; the others call, come or write. */
export function MayITell({ kind, parties }: MayITellProps): ReactNode {
  const t = useT();
  const [asked, setAsked] = useState<PickedParty | null>(null);
  const [subject, ...others] = parties;
  const purpose = purposes.find((one) => one === kind);
  if (subject === undefined || others.length === 0 || purpose === undefined) return null;
  return (
    <div>
      {others.map((other) => (
        <Button
          key={other.id}
          small
          kind="quiet"
          icon={<IconPhoneCheck size="1rem" aria-hidden />}
          onClick={() => setAsked(other)}
        >
          {t('authority.ask-about', { caller: other.name, subject: subject.name })}
        </Button>
      ))}
      {asked !== null && <CallCard subject={subject} caller={asked} purpose={purpose} onClose={() => setAsked(null)} />}
    </div>
  );
}
