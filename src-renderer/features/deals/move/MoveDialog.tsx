// What a stage asks before a deal may enter it, and only that: facts that are missing, what must be done, why it was lost.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { Checkmark, Dialog, Form, FormFoot, Select, TextField, useT } from '../../../ui';
import { usePipelines } from '../../pipelines';
import type { Stage } from '../../pipelines';
import styles from '../deals.module.css';
import { isFilled, NeedFields, noFacts } from './NeedFields';
import { useFillNeeds } from './use-fill-needs';
import type { MoveAnswers, Moved, Need } from './move';

export interface MoveDialogProps {
  readonly deal: Moved;
  readonly to: Stage;
  /** What the stage needs and the deal lacks. */
  readonly needs: readonly Need[];
  readonly pending: boolean;
  onMove(answers: MoveAnswers): Promise<void>;
  onClose(): void;
}

export function MoveDialog({ deal, to, needs, pending, onMove, onClose }: MoveDialogProps): ReactNode {
  const t = useT();
  const fill = useFillNeeds(deal);
  const [facts, setFacts] = useState(noFacts);
  const [met, setMet] = useState<readonly number[]>([]);
  const [loss, setLoss] = useState<{ reasonId: string | null; words: string }>({ reasonId: null, words: '' });
  const lost = to.kind === 'lost';
  const ready = isFilled(needs, facts) && met.length === to.criteriaWords.length && (!lost || loss.reasonId !== null);
  const save = async (): Promise<void> => {
    if (!ready || fill.pending || !(await fill.save(facts))) return;
    const why = lost && loss.reasonId !== null ? { lossReasonId: loss.reasonId, reason: loss.words } : {};
    await onMove({ confirmed: to.criteriaWords.length > 0, ...why });
  };
  return (
    <Dialog opened onClose={onClose} size="small" title={t('deals.asks', { stage: to.name })}>
      <Form onSubmit={save}>
        <bdi dir="auto" className={styles.quiet}>
          {deal.title}
        </bdi>
        <NeedFields needs={needs} currency={deal.currency} facts={facts} onChange={setFacts} />
        {to.criteriaWords.length > 0 && (
          <fieldset className={styles.criteria}>
            <legend>{t('deals.criteria')}</legend>
            {to.criteriaWords.map((words, index) => (
              <Checkmark
                key={index}
                label={words}
                checked={met.includes(index)}
                onChange={(yes) => setMet(yes ? [...met, index] : met.filter((one) => one !== index))}
              />
            ))}
          </fieldset>
        )}
        {lost && <LossFields loss={loss} onChange={setLoss} />}
        <FormFoot
          ready={ready}
          pending={pending || fill.pending}
          failure={fill.error}
          save={t('deals.move', { stage: to.name })}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}

interface Loss {
  readonly reasonId: string | null;
  readonly words: string;
}

function LossFields({ loss, onChange }: { readonly loss: Loss; onChange(loss: Loss): void }): ReactNode {
  const t = useT();
  const reasons = usePipelines().lossReasons.filter(({ about, active }) => about === 'deal' && active);
  return (
    <>
      <Select
        label={t('catalogue.loss_reason')}
        required
        value={loss.reasonId}
        options={reasons.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(reasonId) => onChange({ ...loss, reasonId })}
      />
      <TextField label={t('deals.lossWords')} value={loss.words} onChange={(words) => onChange({ ...loss, words })} />
    </>
  );
}
