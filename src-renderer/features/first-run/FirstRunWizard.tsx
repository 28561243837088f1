// The first run: language, office, the first person, the base, its recovery code written down and typed back, sample or empty.

import type { SessionStatus } from '@shared/features/session/session.contract';
import type { Language } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { client, useEngineCommand } from '../../api';
import { BaseFolder, GateFailure, GateLayout, PlaceWarning } from '../session';
import { CodeStep } from './CodeStep';
import { ConfirmStep } from './ConfirmStep';
import { CreatingStep } from './CreatingStep';
import { emptyPerson, officeFor, withCountry } from './first-run-form';
import type { Step } from './first-run-form';
import { LanguageStep } from './LanguageStep';
import { OfficeStep } from './OfficeStep';
import { PersonStep } from './PersonStep';
import { RestoreStep } from './RestoreStep';
import { SampleStep } from './SampleStep';
import { StepMarks } from './StepMarks';

/** While the folder can still be chosen. */
const beforeMaking: ReadonlySet<Step> = new Set(['language', 'office', 'you']);

export interface FirstRunWizardProps {
  /** Where the base will be made. */
  readonly status: SessionStatus | null;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onDone: (status: SessionStatus) => void;
}

export function FirstRunWizard({ status, language, onLanguage, onDone }: FirstRunWizardProps): ReactNode {
  const [step, setStep] = useState<Step>('language');
  const [office, setOffice] = useState(() => officeFor(language));
  const [person, setPerson] = useState(emptyPerson);
  const [made, setMade] = useState<{ recoveryCode: string; status: SessionStatus } | null>(null);
  const create = useEngineCommand('session.create');
  const chooseLanguage = (next: Language): void => {
    onLanguage(next);
    setOffice((before) => ({ ...officeFor(next), officeName: before.officeName }));
  };
  const makeBase = async (): Promise<void> => {
    setStep('creating');
    const { login, displayName, passphrase } = person;
    const { officeName, country, calendar, digits, weekStart, weekend, timeZone } = office;
    const result = await create.run({
      login,
      displayName: displayName.trim() || login,
      passphrase,
      officeName: officeName.trim() || undefined,
      language,
      country,
      calendar,
      digits,
      weekStart,
      timeZone,
    });
    if (!result.ok) return setStep('you');
    await client.settings.updateSite({ weekend: [...weekend] });
    setPerson(emptyPerson);
    setMade(result.value);
    return setStep('code');
  };
  return (
    <GateLayout
      language={language}
      onLanguage={step === 'language' || step === 'creating' ? undefined : onLanguage}
      foot={status !== null && beforeMaking.has(step) ? <BaseFolder folder={status.baseFolder} /> : undefined}
    >
      {step !== 'restore' && <StepMarks step={step} />}
      {beforeMaking.has(step) && <PlaceWarning status={status} />}
      {step === 'language' && (
        <LanguageStep
          language={language}
          onLanguage={chooseLanguage}
          onNext={() => setStep('office')}
          onRestore={() => setStep('restore')}
        />
      )}
      {step === 'restore' && <RestoreStep onBack={() => setStep('language')} onDone={onDone} />}
      {step === 'office' && (
        <OfficeStep
          value={office}
          language={language}
          onChange={setOffice}
          onCountry={(country) => setOffice(withCountry(office, country, language))}
          onBack={() => setStep('language')}
          onNext={() => setStep('you')}
        />
      )}
      {step === 'you' && (
        <PersonStep value={person} onChange={setPerson} onBack={() => setStep('office')} onNext={() => void makeBase()}>
          {create.error !== null && <GateFailure error={create.error} />}
        </PersonStep>
      )}
      {step === 'creating' && <CreatingStep />}
      {step === 'code' && made !== null && <CodeStep code={made.recoveryCode} onNext={() => setStep('confirm')} />}
      {step === 'confirm' && made !== null && (
        <ConfirmStep onBack={() => setStep('code')} onNext={() => setStep('sample')} />
      )}
      {step === 'sample' && made !== null && <SampleStep onDone={() => onDone(made.status)} />}
    </GateLayout>
  );
}
