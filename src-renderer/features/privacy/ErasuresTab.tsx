// Who was erased, without a word about them, and the marks that forbid it or that freeze use.

import { privacyMarkEntity, type privacyMarkKinds } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery } from '../../api';
import {
  Answer,
  Bidi,
  Button,
  Buttons,
  Chip,
  ChoiceSelect,
  Fields,
  Form,
  InstantText,
  Line,
  Lines,
  Ltr,
  PartyName,
  SectionTitle,
  TextField,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { PartyPicker, type PickedParty } from '../search';
import { CertificateDialog } from './CertificateDialog';

export function ErasuresTab(): ReactNode {
  const t = useT();
  const answer = useEngineQuery('privacy.erasures', {});
  const [shown, setShown] = useState<string | null>(null);
  return (
    <>
      <SectionTitle>{t('privacy.marks')}</SectionTitle>
      <MarkForm />
      <Marks />
      <Answer of={answer} lines={4}>
        {({ erasures }) => (
          <Lines title={t('privacy.erasures')} rows={erasures} empty={t('privacy.no-erasures')}>
            {({ id, at, mode, askedBy }) => (
              <Line
                key={id}
                title={t.any(`catalogue.erasure.mode.${mode}`)}
                detail={
                  <>
                    <InstantText value={at} /> · <Bidi>{askedBy?.name ?? '—'}</Bidi> · <Ltr>{id.slice(-8)}</Ltr>
                  </>
                }
              >
                <Button small onClick={() => setShown(id)}>
                  {t('privacy.certificate')}
                </Button>
              </Line>
            )}
          </Lines>
        )}
      </Answer>
      {shown !== null && <CertificateDialog id={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function MarkForm(): ReactNode {
  const t = useT();
  const done = useDone();
  const mark = useEngineCommand('privacy.mark');
  const [party, setParty] = useState<PickedParty | null>(null);
  const [kind, setKind] = useState<(typeof privacyMarkKinds)[number]>('hold');
  const [reason, setReason] = useState('');
  const submit = async (): Promise<void> => {
    if (party === null) return;
    const answer = await mark.run({ partyId: party.id, kind, reason });
    done(answer, t('privacy.marked', { name: party.name }));
    if (!answer.ok) return;
    setParty(null);
    setReason('');
  };
  return (
    <Form onSubmit={submit}>
      <Fields>
        <PartyPicker label={party === null ? t('catalogue.privacy_mark.party_id') : party.name} onPick={setParty} />
        <ChoiceSelect
          entity={privacyMarkEntity}
          field="kind"
          value={kind}
          onChange={(next) => next !== null && setKind(next)}
        />
        <TextField label={t('catalogue.privacy_mark.reason')} value={reason} onChange={setReason} />
      </Fields>
      <Buttons start>
        <Button type="submit" disabled={party === null || reason.trim() === ''} pending={mark.pending}>
          {t('privacy.set-mark')}
        </Button>
      </Buttons>
    </Form>
  );
}

function Marks(): ReactNode {
  const t = useT();
  const done = useDone();
  const { data } = useEngineQuery('privacy.marks', {});
  const end = useEngineCommand('privacy.endMark');
  return (
    <Lines rows={data?.marks ?? []}>
      {({ id, partyId, partyName, kind, reason, at }) => (
        <Line
          key={id}
          title={<PartyName name={partyName} id={partyId} />}
          detail={
            <>
              <InstantText value={at} time={false} /> · <Bidi>{reason}</Bidi>
            </>
          }
        >
          <Chip hue={kind === 'hold' ? 'rose' : 'amber'}>{t.any(`catalogue.privacy_mark.kind.${kind}`)}</Chip>
          <Button small onClick={() => void end.run({ id }).then((answer) => done(answer, t('privacy.mark-ended')))}>
            {t('privacy.end-mark')}
          </Button>
        </Line>
      )}
    </Lines>
  );
}
