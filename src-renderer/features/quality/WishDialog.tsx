// Something a complete record has: its name, how much it counts, whom it is wished of, and what it is.

import type { QualityWish } from '@shared/features/quality/quality.contract';
import { WishDefinition } from '@shared/features/quality/rule';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { Dialog, Fields, Form, FormFoot, NumberInput, TakeBack, TextField, useT } from '../../ui';
import { useDone } from '../operations';
import { anyCondition, ConditionEditor } from './ConditionEditor';
import { ScopeFields } from './ScopeFields';
import { wishWords } from './words';

export interface WishDialogProps {
  /** null: a new one. */
  readonly wish: QualityWish | null;
  onClose(): void;
}

const MOST = 10;

export function WishDialog({ wish, onClose }: WishDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('quality.saveWish');
  const remove = useEngineCommand('quality.removeWish');
  const [name, setName] = useState(wish?.name ?? '');
  const [weight, setWeight] = useState<number | null>(wish?.weight ?? 1);
  const [definition, setDefinition] = useState<WishDefinition>(
    wish?.definition ?? {
      who: { kinds: [], roles: [] },
      has: { ...anyCondition, where: [{ field: 'birth_on', test: 'filled' }] },
    },
  );
  const shipped = wish?.preset === true ? wishWords(t, { id: wish.id, name: null }) : undefined;
  const ready =
    (name.trim() !== '' || shipped !== undefined) && weight !== null && WishDefinition.safeParse(definition).success;
  const title = wish === null ? t('quality.new-wish') : wishWords(t, wish);
  const submit = async (): Promise<void> => {
    if (!ready) return;
    const answer = await save.run({ id: wish?.id, name: name.trim() === '' ? null : name, weight, definition });
    if (!answer.ok) return;
    done(answer, t('record.saved', { field: title }));
    onClose();
  };
  const takeBack = async (): Promise<void> => {
    const answer = await remove.run({ id: wish?.id ?? '' });
    if (!answer.ok) return;
    done(answer, t('quality.rule-removed'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} size="large" title={title}>
      <Form onSubmit={submit}>
        <Fields>
          <TextField
            label={t('catalogue.quality_wish.name')}
            placeholder={shipped}
            required={shipped === undefined}
            autoFocus
            value={name}
            onChange={setName}
          />
          <NumberInput
            label={t('catalogue.quality_wish.weight')}
            min={0}
            max={MOST}
            value={weight}
            onChange={setWeight}
          />
        </Fields>
        <ScopeFields who={definition.who} onChange={(who) => setDefinition({ ...definition, who })} />
        <ConditionEditor
          condition={definition.has}
          onChange={(has) => setDefinition({ ...definition, has })}
          onRemove={undefined}
        />
        <FormFoot
          ready={ready}
          pending={save.pending || remove.pending}
          failure={save.error ?? remove.error}
          onClose={onClose}
        >
          <TakeBack of={wish} remove={t('quality.remove-rule')} pending={remove.pending} onTakeBack={takeBack} />
        </FormFoot>
      </Form>
    </Dialog>
  );
}
