// Wherever something is held at the door, it is confirmed here: first by whoever asks, then, where two are needed, by somebody else.

import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { onHeldCall } from '../../api';
import type { HeldCall } from '../../api';
import { Dialog, useT } from '../../ui';
import { ApproveHere } from './ApproveHere';
import { AskForm } from './AskForm';
import { HeldWords } from './HeldWords';

interface Asked {
  readonly held: HeldCall;
  readonly answer: (confirmed: boolean) => void;
}

export function ApprovalDesk(): ReactNode {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(
    () =>
      onHeldCall(
        (held) =>
          new Promise((answer) =>
            setAsked((before) => {
              before?.answer(false);
              return { held, answer };
            }),
          ),
      ),
    [],
  );
  if (asked === null) return null;
  const end = (confirmed: boolean): void => {
    asked.answer(confirmed);
    setAsked(null);
  };
  return <ApprovalDialog held={asked.held} onEnd={end} />;
}

interface Waiting {
  readonly id: string;
  readonly until: number;
}

function waitingOf({ waiting, waitsUntil }: HeldCall): Waiting | null {
  return waiting === null || waitsUntil === null ? null : { id: waiting, until: waitsUntil };
}

function ApprovalDialog({ held, onEnd }: { held: HeldCall; onEnd: (confirmed: boolean) => void }): ReactNode {
  const t = useT();
  const [waiting, setWaiting] = useState(waitingOf(held));
  return (
    <Dialog
      opened
      onClose={() => onEnd(false)}
      title={t(held.needs === 'two' ? 'approvals.title-two' : 'approvals.title')}
      size="small"
    >
      <HeldWords held={held} />
      {waiting === null ? (
        <AskForm
          held={held}
          onAsked={({ id, state, expiresAt }) =>
            state === 'granted' ? onEnd(true) : setWaiting({ id, until: expiresAt })
          }
          onCancel={() => onEnd(false)}
        />
      ) : (
        <ApproveHere
          id={waiting.id}
          until={waiting.until}
          held={held}
          onApproved={() => onEnd(true)}
          onLater={() => onEnd(false)}
        />
      )}
    </Dialog>
  );
}
