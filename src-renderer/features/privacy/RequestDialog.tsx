// A request of somebody about their data, written down as it comes in.

import { privacyRequestEntity, type requestKinds } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Bidi, ChoiceSelect, CivilDateField, Dialog, Fields, Form, FormFoot, TextField, useT } from '../../ui';
import { useDone } from '../operations';
import { PartyPicker, type PickedParty } from '../search';

export function RequestDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('privacy.request');
  const [party, setParty] = useState<PickedParty | null>(null);
  const [kind, setKind] = useState<(typeof requestKinds)[number]>('access');
  const [receivedOn, setReceivedOn] = useState<string | null>(null);
  const [identityCheck, setIdentityCheck] = useState('');
  const [note, setNote] = useState('');
  const submit = async (): Promise<void> => {
    if (party === null) return;
    const answer = await save.run({
      partyId: party.id,
      kind,
      ...(receivedOn === null ? {} : { receivedOn }),
      ...(identityCheck.trim() === '' ? {} : { identityCheck }),
      ...(note.trim() === '' ? {} : { note }),
    });
    if (!answer.ok) return;
    done(answer, t('privacy.request-saved'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('privacy.new-request')}>
      <Form onSubmit={submit}>
        <PartyPicker label={t('catalogue.privacy_request.party_id')} autoFocus onPick={setParty} />
        {party !== null && (
          <strong>
            <Bidi>{party.name}</Bidi>
          </strong>
        )}
        <Fields>
          <ChoiceSelect
            entity={privacyRequestEntity}
            field="kind"
            value={kind}
            onChange={(next) => next !== null && setKind(next)}
          />
          <CivilDateField
            label={t('catalogue.privacy_request.received_on')}
            value={receivedOn}
            onChange={setReceivedOn}
          />
        </Fields>
        <TextField
          label={t('catalogue.privacy_request.identity_check')}
          hint={t('privacy.identity-hint')}
          value={identityCheck}
          onChange={setIdentityCheck}
        />
        <TextField label={t('catalogue.privacy_request.note')} rows={2} value={note} onChange={setNote} />
        <FormFoot ready={party !== null} pending={save.pending} failure={save.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
