// Who was erased, without a word about them, and the marks that forbid it or that freeze use.

import { privacyMarkEntity, type privacyMarkKinds } from '@shared/catalogue';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery } from '../../api';
import {
  Bidi,
  Button,
  ChoiceSelect,
  Chip,
  EmptyState,
  ErrorState,
  InstantText,
  LoadingState,
  Ltr,
  PartyName,
  PlaceLink,
  SectionTitle,
  TextField,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { PartyPicker, type PickedParty } from '../search';
import { CertificateDialog } from './CertificateDialog';
import styles from './privacy.module.css';

export function ErasuresTab(): ReactNode {
  const t = useT();
  const { data, error, refresh } = useEngineQuery('privacy.erasures', {});
  const [shown, setShown] = useState<string | null>(null);
  return (
    <>
      <SectionTitle>{t('privacy.marks')}</SectionTitle>
      <MarkForm />
      <Marks />
      <SectionTitle>{t('privacy.erasures')}</SectionTitle>
      {error !== null && data === undefined && <ErrorState error={error} onRetry={refresh} />}
      {data === undefined && error === null && <LoadingState lines={4} />}
      {data?.erasures.length === 0 && <EmptyState title={t('privacy.no-erasures')} />}
      {data !== undefined && data.erasures.length > 0 && (
        <ul className={styles.lines}>
          {data.erasures.map(({ id, at, mode, askedBy }) => (
            <li key={id} className={styles.line}>
              <div className={styles.lineWords}>
                <strong>{t.any(`catalogue.erasure.mode.${mode}`)}</strong>
                <span className="dw-muted">
                  <InstantText value={at} /> · <Bidi>{askedBy?.name ?? '—'}</Bidi> · <Ltr>{id.slice(-8)}</Ltr>
                </span>
              </div>
              <Button small onClick={() => setShown(id)}>
                {t('privacy.certificate')}
              </Button>
            </li>
          ))}
        </ul>
      )}
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
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (party === null) return;
    const answer = await mark.run({ partyId: party.id, kind, reason });
    done(answer, t('privacy.marked', { name: party.name }));
    if (!answer.ok) return;
    setParty(null);
    setReason('');
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <div className={styles.fields}>
        <PartyPicker label={party === null ? t('catalogue.privacy_mark.party_id') : party.name} onPick={setParty} />
        <ChoiceSelect
          entity={privacyMarkEntity}
          field="kind"
          value={kind}
          onChange={(next) => next !== null && setKind(next)}
        />
        <TextField label={t('catalogue.privacy_mark.reason')} value={reason} onChange={setReason} />
      </div>
      <div>
        <Button type="submit" disabled={party === null || reason.trim() === ''} pending={mark.pending}>
          {t('privacy.set-mark')}
        </Button>
      </div>
    </form>
  );
}

function Marks(): ReactNode {
  const t = useT();
  const done = useDone();
  const { data } = useEngineQuery('privacy.marks', {});
  const end = useEngineCommand('privacy.endMark');
  if (data === undefined || data.marks.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {data.marks.map(({ id, partyId, partyName, kind, reason, at }) => (
        <li key={id} className={styles.line}>
          <div className={styles.lineWords}>
            <PlaceLink to={{ page: 'party', id: partyId }}>
              <PartyName name={partyName} />
            </PlaceLink>
            <span className="dw-muted">
              <InstantText value={at} time={false} /> · <Bidi>{reason}</Bidi>
            </span>
          </div>
          <Chip hue={kind === 'hold' ? 'rose' : 'amber'}>{t.any(`catalogue.privacy_mark.kind.${kind}`)}</Chip>
          <Button small onClick={() => void end.run({ id }).then((answer) => done(answer, t('privacy.mark-ended')))}>
            {t('privacy.end-mark')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
