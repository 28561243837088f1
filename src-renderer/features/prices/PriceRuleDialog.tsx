// A price rule in the form: its names, when it holds, what it does, on which days and in which order.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand } from '../../api';
import {
  CivilDateField,
  Dialog,
  Fields,
  Form,
  FormFoot,
  isNamed,
  NamesFields,
  NumberInput,
  Switch,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { EffectFields, effectOf, formOfEffect } from './EffectFields';
import { ConditionFields } from './ConditionFields';
import { conditionOf, formOfCondition, isWhole } from './condition-form';
import { usePriceBooks } from './use-offer';
import type { PriceRule } from './use-offer';
import { noNames } from '../../ui';

export interface PriceRuleDialogProps {
  readonly rule: PriceRule | null;
  onClose(): void;
}

export function PriceRuleDialog({ rule, onClose }: PriceRuleDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const save = useEngineCommand('priceRules.save');
  const { books } = usePriceBooks();
  const currency = books?.find(({ isDefault }) => isDefault)?.currency ?? 'USD';
  const [form, setForm] = useState({
    names: rule?.names ?? noNames,
    effect: formOfEffect(rule?.effect),
    priority: rule?.priority ?? 100,
    from: rule?.from ?? null,
    to: rule?.to ?? null,
    ends: rule?.ends ?? false,
  });
  const [facts, setFacts] = useState(() => formOfCondition(rule?.condition));
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const effect = effectOf(form.effect, currency);
  const condition = facts === null ? (rule?.condition ?? null) : conditionOf(facts);
  const ready =
    isNamed(form.names) && effect !== null && condition !== null && (facts === null || facts.every(isWhole));
  const store = async (): Promise<void> => {
    if (effect === null || condition === null) return;
    const { names, priority, from, to, ends } = form;
    const draft = { names, condition, effect, priority, from, to, ends, active: rule?.active ?? true };
    const result = await save.run(rule === null ? draft : { id: rule.id, ...draft });
    if (!result.ok) return;
    done(result, t('prices.rules.saved'));
    onClose();
  };
  return (
    <Dialog opened size="large" onClose={onClose} title={rule?.name ?? t('prices.rules.add')}>
      <Form onSubmit={store}>
        <NamesFields
          label={t('catalogue.price_rule.names')}
          names={form.names}
          onChange={(names) => change({ names })}
        />
        {facts === null ? (
          <p className="dw-muted">{t('prices.rules.nested')}</p>
        ) : (
          <ConditionFields facts={facts} onChange={setFacts} />
        )}
        <EffectFields form={form.effect} currency={currency} onChange={(next) => change({ effect: next })} />
        <Fields>
          <CivilDateField
            label={t('catalogue.price_rule.from_on')}
            value={form.from}
            onChange={(from) => change({ from })}
          />
          <CivilDateField label={t('catalogue.price_rule.to_on')} value={form.to} onChange={(to) => change({ to })} />
          <NumberInput
            label={t('catalogue.price_rule.priority')}
            hint={t('prices.rules.priorityHint')}
            min={0}
            max={10_000}
            value={form.priority}
            onChange={(priority) => change({ priority: priority ?? 100 })}
          />
        </Fields>
        <Switch label={t('catalogue.price_rule.ends')} checked={form.ends} onChange={(ends) => change({ ends })} />
        <FormFoot ready={ready} pending={save.pending} failure={save.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
