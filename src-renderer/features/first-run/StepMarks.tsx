// How far the first run is: a row of small stars, with the count read out.

import type { ReactNode } from 'react';
import { useT } from '../../ui';
import style from './first-run.module.css';
import { countedSteps } from './first-run-form';
import type { Step } from './first-run-form';

export function StepMarks({ step }: { readonly step: Step }): ReactNode {
  const t = useT();
  const at = countedSteps.indexOf(step === 'creating' ? 'you' : step);
  return (
    <div className={style.marks} role="img" aria-label={t('wizard.step', { at: at + 1, of: countedSteps.length })}>
      {countedSteps.map((counted, index) => (
        <svg
          key={counted}
          viewBox="0 0 20 20"
          className={style.stepMark}
          data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
          aria-hidden
        >
          <path d="M4 4H16V16H4Z" />
          <path d="M10 1.5 18.5 10 10 18.5 1.5 10Z" />
        </svg>
      ))}
    </div>
  );
}
