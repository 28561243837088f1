// A rule of the office, changed or made anew: its name, how grave it is, who answers for it, whom it is about, and its conditions.

import { qualityRuleEntity } from '@shared/catalogue';
import type { QualityRule } from '@shared/features/quality/quality.contract';
import { Definition } from '@shared/features/quality/rule';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import { ChoiceSelect, Dialog, Fields, Form, FormFoot, TakeBack, TextField, useT } from '../../ui';
import { useDone } from '../operations';
import { anyCondition } from './ConditionEditor';
import { Conditions } from './Conditions';
import { UserField } from './FixField';
import { ScopeFields } from './ScopeFields';
import { ruleWords } from './words';

export interface RuleDialogProps {
  /** null: a new one. */
  readonly rule: QualityRule | null;
  onClose(): void;
}

export function RuleDialog({ rule, onClose }: RuleDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('quality.saveRule');
  const remove = useEngineCommand('quality.removeRule');
  const [form, setForm] = useState({
    name: rule?.name ?? '',
    severity: rule?.severity ?? ('medium' as const),
    ownerId: rule?.owner?.id ?? '',
    definition: rule?.definition ?? ({ who: { kinds: [], roles: [] }, all: [anyCondition] } satisfies Definition),
  });
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part } as typeof form);
  const { who, all } = form.definition;
  const shipped = rule?.preset === true ? ruleWords(t, { id: rule.id, name: null }) : undefined;
  const ready = (form.name.trim() !== '' || shipped !== undefined) && Definition.safeParse(form.definition).success;
  const title = rule === null ? t('quality.new-rule') : ruleWords(t, rule);
  const submit = async (): Promise<void> => {
    if (!ready) return;
    const answer = await save.run({
      id: rule?.id,
      name: form.name.trim() === '' ? null : form.name,
      severity: form.severity,
      ownerId: form.ownerId === '' ? null : form.ownerId,
      active: rule?.active ?? true,
      definition: form.definition,
    });
    if (!answer.ok) return;
    done(answer, t('record.saved', { field: title }));
    onClose();
  };
  const takeBack = async (): Promise<void> => {
    const answer = await remove.run({ id: rule?.id ?? '' });
    if (!answer.ok) return;
    done(answer, t('quality.rule-removed'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} size="large" title={title}>
      <Form onSubmit={submit}>
        <TextField
          label={t('catalogue.quality_rule.name')}
          placeholder={shipped}
          required={shipped === undefined}
          autoFocus
          value={form.name}
          onChange={(name) => change({ name })}
        />
        <Fields>
          <ChoiceSelect
            label={t('catalogue.quality_rule.severity')}
            entity={qualityRuleEntity}
            field="severity"
            value={form.severity}
            onChange={(severity) => severity !== null && change({ severity })}
          />
          <UserField
            label={t('catalogue.quality_rule.owner_id')}
            clearable
            value={form.ownerId}
            onChange={(id) => change({ ownerId: id ?? '' })}
          />
        </Fields>
        <ScopeFields who={who} onChange={(next) => change({ definition: { who: next, all } })} />
        <Conditions all={all} onChange={(next) => change({ definition: { who, all: next } })} />
        <FormFoot
          ready={ready}
          pending={save.pending || remove.pending}
          failure={save.error ?? remove.error}
          onClose={onClose}
        >
          <TakeBack of={rule} remove={t('quality.remove-rule')} pending={remove.pending} onTakeBack={takeBack} />
        </FormFoot>
      </Form>
    </Dialog>
  );
}
