// The steps of a service in the form: in their order, each with who, how long, and what the client sees.

import type { Product, Step } from '@shared/features/products/product';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useEngineCommand } from '../../api';
import {
  Button,
  Dialog,
  Fields,
  Form,
  FormFoot,
  IconButton,
  isNamed,
  NamesFields,
  noNames,
  NumberInput,
  TextField,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import styles from './products.module.css';

interface StepForm {
  readonly key: string;
  readonly names: Step['names'];
  readonly who: string;
  readonly minutes: number;
  readonly promise: Step['names'];
}

const isBlank = (names: Step['names']): boolean => Object.values(names).every((name) => name.trim() === '');

export function StepsDialog({ product, onClose }: { readonly product: Product; onClose(): void }): ReactNode {
  const t = useT();
  const id = useId();
  const done = useDone();
  const update = useEngineCommand('products.update');
  const [made, setMade] = useState(0);
  const [form, setForm] = useState<readonly StepForm[]>(() =>
    product.steps.map(({ names, who, minutes, promise }, place) => ({
      key: `${id}-${place}`,
      names,
      who: who ?? '',
      minutes,
      promise: promise ?? noNames,
    })),
  );
  const ready = form.every(({ names, promise }) => isNamed(names) && (isBlank(promise) || isNamed(promise)));
  const save = async (): Promise<void> => {
    const steps = form.map(({ names, who, minutes, promise }) => ({
      names,
      who: who.trim() === '' ? null : who,
      minutes,
      promise: isBlank(promise) ? null : promise,
    }));
    const result = await update.run({ id: product.id, set: { steps } });
    if (!result.ok) return;
    done(result, t('record.saved', { field: t('products.steps') }));
    onClose();
  };
  const add = (): void => {
    setMade(made + 1);
    setForm([...form, { key: `${id}-more-${made}`, names: noNames, who: '', minutes: 10, promise: noNames }]);
  };
  return (
    <Dialog opened size="large" onClose={onClose} title={t('products.steps')}>
      <Form onSubmit={save}>
        {form.map((step, place) => (
          <StepFields
            key={step.key}
            step={step}
            number={place + 1}
            isLast={place === form.length - 1}
            onChange={(next) => setForm(form.with(place, next))}
            onMove={(by) => setForm(form.with(place, form[place + by]!).with(place + by, step))}
            onRemove={() => setForm(form.toSpliced(place, 1))}
          />
        ))}
        <div>
          <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={add}>
            {t('products.steps.add')}
          </Button>
        </div>
        <FormFoot ready={ready} pending={update.pending} failure={update.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

interface StepFieldsProps {
  readonly step: StepForm;
  readonly number: number;
  readonly isLast: boolean;
  onChange(step: StepForm): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

function StepFields({ step, number, isLast, onChange, onMove, onRemove }: StepFieldsProps): ReactNode {
  const t = useT();
  const change = (part: Partial<StepForm>): void => onChange({ ...step, ...part });
  return (
    <div role="group" aria-label={t('products.step', { number })} className={styles.editor}>
      <div className={styles.editorHead}>
        <strong>{t('products.step', { number })}</strong>
        <span>
          <IconButton
            small
            label={t('products.step.up', { number })}
            disabled={number === 1}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size="1rem" stroke={1.6} aria-hidden />
          </IconButton>
          <IconButton small label={t('products.step.down', { number })} disabled={isLast} onClick={() => onMove(1)}>
            <IconArrowDown size="1rem" stroke={1.6} aria-hidden />
          </IconButton>
          <IconButton small label={t('products.step.remove', { number })} onClick={onRemove}>
            <IconTrash size="1rem" stroke={1.6} aria-hidden />
          </IconButton>
        </span>
      </div>
      <NamesFields label={t('products.step.name')} names={step.names} onChange={(names) => change({ names })} />
      <Fields>
        <TextField
          label={t('products.step.who')}
          maxLength={200}
          value={step.who}
          onChange={(who) => change({ who })}
        />
        <NumberInput
          label={t('products.step.minutes')}
          min={0}
          max={100_000}
          value={step.minutes}
          onChange={(minutes) => change({ minutes: minutes ?? 0 })}
        />
      </Fields>
      <NamesFields
        label={t('products.promise')}
        optional
        names={step.promise}
        onChange={(promise) => change({ promise })}
      />
    </div>
  );
}
