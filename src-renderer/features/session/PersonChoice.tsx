// Who is at the desk: the office's logins as large choices, or a list when there are many.

import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { Avatar, Bidi, hues, Select, TextField, useLocaleSettings, useT } from '../../ui';
import style from './session.module.css';

export interface PersonChoiceProps {
  readonly logins: readonly string[];
  readonly value: string;
  readonly onChange: (login: string) => void;
}

const SHOWN_AT_ONCE = 6;

export function PersonChoice({ logins, value, onChange }: PersonChoiceProps): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  const sorted = useMemo(() => logins.toSorted(new Intl.Collator(language).compare), [logins, language]);
  if (logins.length === 0)
    return <TextField label={t('session.login')} value={value} onChange={onChange} autoComplete="username" />;
  if (logins.length > SHOWN_AT_ONCE) {
    return (
      <Select
        label={t('session.login')}
        value={value}
        onChange={(login) => onChange(login ?? '')}
        options={sorted.map((login) => ({ value: login, label: login }))}
      />
    );
  }
  return (
    <fieldset className={style.people}>
      <legend className={style.peopleLegend}>{t('session.who')}</legend>
      {sorted.map((login, index) => (
        <label key={login} className={style.person}>
          <input
            type="radio"
            className="dw-said"
            name="login"
            checked={login === value}
            autoFocus={value === '' && index === 0}
            onChange={() => onChange(login)}
          />
          <Avatar name={login} size={30} hue={hues[index % hues.length]} />
          <span className={style.personName}>
            <Bidi>{login}</Bidi>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
