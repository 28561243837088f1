// The steps before an import: the file, the columns, a trial that writes nothing.

import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useEngineEvent } from '../../api';
import { ErrorState, Panel, useNavigation, useT } from '../../ui';
import { useDroppedFile } from './dropped-file';
import { FileStep } from './FileStep';
import styles from './import.module.css';
import { MapStep } from './MapStep';
import { TrialStep } from './TrialStep';
import { useImportPlan } from './use-import-plan';
import type { Step } from './use-import-plan';

const steps: readonly (Step | 'run')[] = ['file', 'map', 'try', 'run'];

export function ImportWizard(): ReactNode {
  const plan = useImportPlan();
  const navigation = useNavigation();
  const dropped = useDroppedFile();
  useEngineEvent('files-dropped', ({ files: [file] }) => file !== undefined && plan.take(file));
  useEffect(() => {
    if (dropped.file === null) return;
    plan.take(dropped.file);
    dropped.taken();
  }, [dropped, plan]);
  const run = async (): Promise<void> => {
    const id = await plan.start();
    if (id !== null) navigation.go({ page: 'import', id });
  };
  return (
    <Panel>
      <StepLine step={plan.step} />
      {plan.step === 'file' && <FileStep plan={plan} />}
      {plan.step === 'map' && <MapStep plan={plan} />}
      {plan.step === 'try' && <TrialStep plan={plan} onRun={() => void run()} />}
      {plan.failure !== null && <ErrorState inline error={plan.failure} />}
    </Panel>
  );
}

function StepLine({ step }: { readonly step: Step }): ReactNode {
  const t = useT();
  const now = steps.indexOf(step);
  return (
    <ol className={styles.steps} aria-label={t('import.steps')}>
      {steps.map((one, index) => (
        <li
          key={one}
          className={styles.step}
          aria-current={index === now ? 'step' : undefined}
          data-done={index < now || undefined}
        >
          {t(`import.step.${one}`)}
        </li>
      ))}
    </ol>
  );
}
