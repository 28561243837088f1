// What can be done about an open request: who asks is made sure of, a second person approves, it is carried out and closed.

import type { PrivacyRequest } from '@shared/features/requests/request-operations';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, client, useEngineCommand, useMay } from '../../api';
import { Button, Buttons, Dialog, failureWords, Form, FormFoot, notify, TextField, useT } from '../../ui';
import { useDone } from '../operations';

interface RequestActionsProps {
  readonly request: PrivacyRequest;
  onErase(): void;
}

type Asking = 'identity' | 'done' | 'refused';

export function RequestActions({ request, onErase }: RequestActionsProps): ReactNode {
  const t = useT();
  const may = useMay();
  const done = useDone();
  const [asking, setAsking] = useState<Asking | null>(null);
  const approve = useEngineCommand('privacy.approve');
  const isErasure = request.kind === 'erase';
  const makesCopy = request.kind === 'access' || request.kind === 'port';
  return (
    <Buttons>
      {request.identityCheck === null && (
        <Button small onClick={() => setAsking('identity')}>
          {t('catalogue.privacy_request.identity_check')}
        </Button>
      )}
      {isErasure && may('privacy.erase') && request.approved === null && (
        <Button
          small
          pending={approve.pending}
          onClick={() => void approve.run({ id: request.id }).then((answer) => done(answer, t('privacy.approved')))}
        >
          {t('privacy.approve')}
        </Button>
      )}
      {isErasure && may('privacy.erase') && (
        <Button small kind="danger" onClick={onErase}>
          {t('privacy.erase')}
        </Button>
      )}
      {makesCopy && (
        <Button small onClick={() => void makeCopy(t, request)}>
          {t('privacy.make-copy')}
        </Button>
      )}
      {!isErasure && (
        <Button small kind="primary" onClick={() => setAsking('done')}>
          {t('catalogue.privacy_request.state.done')}
        </Button>
      )}
      <Button small kind="quiet" onClick={() => setAsking('refused')}>
        {t('privacy.refuse')}
      </Button>
      {asking !== null && <WordsDialog id={request.id} asking={asking} onClose={() => setAsking(null)} />}
    </Buttons>
  );
}

async function makeCopy(t: ReturnType<typeof useT>, { party }: PrivacyRequest): Promise<void> {
  const place = await appClient.chooseSaveFile({ name: t('privacy.copy-name') });
  if (!place.ok || place.value === null || party === null) return;
  const started = await client.privacy.accessPack({ partyId: party.id, folder: place.value.token });
  notify(
    started.ok ? { message: t('privacy.copy-begun') } : { message: failureWords(t, started.error), tone: 'danger' },
  );
}

interface WordsDialogProps {
  readonly id: string;
  readonly asking: Asking;
  onClose(): void;
}

function WordsDialog({ id, asking, onClose }: WordsDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const [words, setWords] = useState('');
  const update = useEngineCommand('privacy.updateRequest');
  const close = useEngineCommand('privacy.closeRequest');
  const submit = async (): Promise<void> => {
    const answer =
      asking === 'identity'
        ? await update.run({ id, identityCheck: words })
        : await close.run({ id, state: asking, outcome: words });
    if (!answer.ok) return;
    done(answer, t('privacy.request-saved'));
    onClose();
  };
  const failure = update.error ?? close.error;
  const label =
    asking === 'identity' ? t('catalogue.privacy_request.identity_check') : t('catalogue.privacy_request.outcome');
  return (
    <Dialog opened onClose={onClose} size="small" title={label}>
      <Form onSubmit={submit}>
        <TextField label={label} required autoFocus rows={2} value={words} onChange={setWords} />
        <FormFoot
          ready={words.trim() !== ''}
          pending={update.pending || close.pending}
          failure={failure}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}
