// The card of a call: who calls, about whom, how they are known; and for each kind of data a light with its reasons.

import { purposes } from '@shared/features/authority/authority.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import { Dialog, ErrorState, LoadingState, Segments, useT } from '../../ui';
import { PartyPicker } from '../search';
import type { PickedParty } from '../search';
import { AskedQuestions } from './AskedQuestions';
import styles from './authority.module.css';
import { MatterLights } from './MatterLights';
import { PickedChip } from './PickedChip';
import { ProofFields, type ProofChoice } from './ProofFields';

type Purpose = (typeof purposes)[number];

export interface CallCardProps {
  readonly subject: PickedParty | null;
  readonly caller: PickedParty | null;
  readonly purpose?: Purpose;
  onClose(): void;
}

export function CallCard({ purpose: first = 'call', onClose, ...given }: CallCardProps): ReactNode {
  const t = useT();
  const [caller, setCaller] = useState(given.caller);
  const [subject, setSubject] = useState(given.subject);
  const [purpose, setPurpose] = useState<Purpose>(first);
  const [proof, setProof] = useState<ProofChoice>({ by: 'word' });
  const ways = purposes.map((value) => ({ value, label: t(`authority.purpose.${value}`) }));
  const again = (party: PickedParty | null): void => {
    setCaller(party);
    setProof({ by: 'word' });
  };
  return (
    <Dialog opened onClose={onClose} size="large" title={t('authority.ask')}>
      <div className={styles.card}>
        <p className={styles.quiet}>{t('authority.ask-lead')}</p>
        <div className={styles.two}>
          <Choice label={t('authority.caller')} party={caller} onPick={again} />
          <Choice label={t('authority.subject')} party={subject} onPick={setSubject} />
        </div>
        <Segments label={t('authority.purpose')} value={purpose} options={ways} onChange={setPurpose} />
        {caller !== null && <ProofFields value={proof} onChange={setProof} />}
        {caller !== null && subject !== null && (
          <Answer
            key={`${caller.id} ${subject.id}`}
            ask={{ callerId: caller.id, subjectId: subject.id, purpose, proof }}
          />
        )}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly party: PickedParty | null;
  onPick(party: PickedParty | null): void;
}

function Choice({ label, party, onPick }: ChoiceProps): ReactNode {
  return party === null ? (
    <PartyPicker label={label} autoFocus onPick={onPick} />
  ) : (
    <PickedChip label={label} party={party} onDrop={() => onPick(null)} />
  );
}

interface Ask {
  readonly callerId: string;
  readonly subjectId: string;
  readonly purpose: Purpose;
  readonly proof: ProofChoice;
}

/** A number that is still to be typed proves nothing. */
const whole = (proof: ProofChoice): ProofChoice =>
  proof.by === 'number' && proof.number.trim() === '' ? { by: 'word' } : proof;

function Answer({ ask }: { readonly ask: Ask }): ReactNode {
  const { data, error, refresh } = useEngineQuery('authority.check', { ...ask, proof: whole(ask.proof) });
  if (error !== null) return <ErrorState inline error={error} onRetry={refresh} />;
  if (data === undefined) return <LoadingState lines={6} />;
  return (
    <div className={styles.answer} role="status">
      <AskedQuestions
        two={{ callerId: ask.callerId, subjectId: ask.subjectId }}
        questions={data.questions}
        attemptsLeft={data.attemptsLeft}
        onAnswered={refresh}
      />
      <MatterLights lights={data.lights} large />
    </div>
  );
}
