// One request: what, by whom, what for, until when, and what may be done with it.

import type { Approval } from '@shared/features/approvals/approvals.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useSession } from '../../api';
import { Bidi, Button, ErrorState, InstantText, Line, useT } from '../../ui';
import { ElsewhereDialog } from './ElsewhereDialog';
import { ExactlyAsked } from './ExactlyAsked';
import { useMayDecide } from './use-may-decide';

export interface RequestLineProps {
  readonly request: Approval;
  readonly onApprove: () => void;
  readonly onDone: () => void;
}

export function RequestLine({ request, onApprove, onDone }: RequestLineProps): ReactNode {
  const t = useT();
  const me = useSession();
  const mayDecide = useMayDecide();
  const refuse = useEngineCommand('approvals.refuse');
  const withdraw = useEngineCommand('approvals.withdraw');
  const { id, state, rule, who, purpose, recipient, expiresAt, decidedBy } = request;
  const isMine = who?.id === me.id && (state === 'waiting' || state === 'granted');
  const [isElsewhere, setElsewhere] = useState(false);
  const error = refuse.error ?? withdraw.error;
  const end = async (how: typeof refuse | typeof withdraw): Promise<void> => {
    await how.run({ id });
    onDone();
  };
  return (
    <Line
      title={t(`approvals.what.${rule}`)}
      detail={
        <>
          {t(`approvals.state.${state}`)} · <Bidi>{who?.name ?? ''}</Bidi> ·{' '}
          <InstantText value={state === 'waiting' || state === 'granted' ? expiresAt : request.askedAt} />
          {decidedBy !== null && (
            <>
              {' · '}
              {t('approvals.decided-by', { name: decidedBy.name })}
            </>
          )}
        </>
      }
      more={
        <>
          {purpose !== null && <Bidi>{purpose}</Bidi>}
          {recipient !== null && <span className="dw-muted">{t('approvals.to', { recipient })}</span>}
          <ExactlyAsked request={request} />
          {error !== null && <ErrorState inline error={error} />}
        </>
      }
    >
      {mayDecide(request) && (
        <>
          <Button kind="primary" onClick={onApprove}>
            {t('approvals.approve')}
          </Button>
          <Button onClick={() => void end(refuse)} pending={refuse.pending}>
            {t('approvals.refuse')}
          </Button>
        </>
      )}
      {isMine && state === 'waiting' && <Button onClick={() => setElsewhere(true)}>{t('approvals.elsewhere')}</Button>}
      {isElsewhere && (
        <ElsewhereDialog
          id={id}
          onClose={() => setElsewhere(false)}
          onAccepted={() => {
            setElsewhere(false);
            onDone();
          }}
        />
      )}
      {isMine && (
        <Button onClick={() => void end(withdraw)} pending={withdraw.pending}>
          {t('approvals.withdraw')}
        </Button>
      )}
    </Line>
  );
}
