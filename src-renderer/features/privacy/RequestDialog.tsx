// A request of somebody about their data, written down as it comes in.

import { privacyRequestEntity, type requestKinds } from '@shared/catalogue';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Bidi, Button, ChoiceSelect, CivilDateField, Dialog, ErrorState, TextField, useT } from '../../ui';
import { useDone } from '../operations';
import { PartyPicker, type PickedParty } from '../search';
import styles from './privacy.module.css';

export function RequestDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('privacy.request');
  const [party, setParty] = useState<PickedParty | null>(null);
  const [kind, setKind] = useState<(typeof requestKinds)[number]>('access');
  const [receivedOn, setReceivedOn] = useState<string | null>(null);
  const [identityCheck, setIdentityCheck] = useState('');
  const [note, setNote] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
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
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <PartyPicker label={t('catalogue.privacy_request.party_id')} autoFocus onPick={setParty} />
        {party !== null && (
          <strong>
            <Bidi>{party.name}</Bidi>
          </strong>
        )}
        <div className={styles.fields}>
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
        </div>
        <TextField
          label={t('catalogue.privacy_request.identity_check')}
          hint={t('privacy.identity-hint')}
          value={identityCheck}
          onChange={setIdentityCheck}
        />
        <TextField label={t('catalogue.privacy_request.note')} rows={2} value={note} onChange={setNote} />
        {save.error !== null && <ErrorState inline error={save.error} />}
        <div className={styles.formButtons}>
          <Button onClick={onClose}>{t('record.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={party === null} pending={save.pending}>
            {t('record.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
