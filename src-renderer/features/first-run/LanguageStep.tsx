// The first question, asked in all three languages at once; the window turns to the chosen one immediately.

import { languages } from '@shared/locale/language';
import type { Language } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { Button, useT } from '../../ui';
import style from './first-run.module.css';
import { StepForm } from './StepForm';

export interface LanguageStepProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onNext: () => void;
  /** There is a backup already: it is restored instead of making a new base. */
  readonly onRestore: () => void;
}

export function LanguageStep({ language, onLanguage, onNext, onRestore }: LanguageStepProps): ReactNode {
  const t = useT();
  return (
    <StepForm title={t('wizard.language-title')} lead={t('wizard.language-lead')} onNext={onNext}>
      <fieldset className={style.languages}>
        <legend className="dw-said">{t('common.language')}</legend>
        {languages.map((other) => (
          <label key={other} lang={other} dir={other === 'en' ? 'ltr' : 'rtl'} className={style.language}>
            <input
              type="radio"
              className="dw-said"
              name="language"
              checked={other === language}
              onChange={() => onLanguage(other)}
            />
            <span className={style.languageName}>{t(`common.language-${other}`)}</span>
            <span className={style.languageLine}>{t(`wizard.hello-${other}`)}</span>
          </label>
        ))}
      </fieldset>
      <Button kind="quiet" onClick={onRestore}>
        {t('backups.restore-one')}
      </Button>
    </StepForm>
  );
}
