// The last question: look around in an invented office, or begin with an empty register.

import { IconBook2, IconBuildingHospital } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { appClient, useEngineCommand } from '../../api';
import { useT } from '../../ui';
import { GateFailure } from '../session';
import style from './first-run.module.css';
import { StepForm } from './StepForm';

export function SampleStep({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useT();
  const load = useEngineCommand('base.loadSample');
  // An office that hurries through begins empty; the sample is offered first where the program was started to show it.
  const [sample, setSample] = useState(false);
  useEffect(() => void appClient.about({}).then((about) => about.ok && about.value.sample && setSample(true)), []);
  const finish = async (): Promise<void> => {
    if (!sample) return onDone();
    const result = await load.run({});
    if (result.ok) onDone();
    return undefined;
  };
  const choices = [
    {
      value: true,
      icon: <IconBuildingHospital size="1.75rem" stroke={1.3} aria-hidden />,
      title: t('wizard.sample-full'),
      detail: t('wizard.sample-full-detail'),
    },
    {
      value: false,
      icon: <IconBook2 size="1.75rem" stroke={1.3} aria-hidden />,
      title: t('wizard.sample-empty'),
      detail: t('wizard.sample-empty-detail'),
    },
  ];
  return (
    <StepForm
      title={t('wizard.sample-title')}
      lead={t('wizard.sample-lead')}
      onNext={() => void finish()}
      next={t('wizard.finish')}
      pending={load.pending}
    >
      <fieldset className={style.choices}>
        <legend className="dw-said">{t('wizard.sample-title')}</legend>
        {choices.map((choice) => (
          <label key={choice.title} className={style.choice}>
            <input
              type="radio"
              className="dw-said"
              name="sample"
              checked={sample === choice.value}
              onChange={() => setSample(choice.value)}
            />
            {choice.icon}
            <span className={style.choiceWords}>
              <strong>{choice.title}</strong>
              <span className="dw-muted">{choice.detail}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {load.pending && <p role="status">{t('wizard.sample-loading')}</p>}
      {load.error !== null && <GateFailure error={load.error} />}
    </StepForm>
  );
}
