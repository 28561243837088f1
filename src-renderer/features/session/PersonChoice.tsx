// Who is at the desk: the office's logins as large choices, or a list when there are many.

import type { ReactNode } from 'react';
import { lazy, useMemo } from 'react';
import { Avatar, Bidi, hues, TextField, useLocaleSettings, useT } from '../../ui';
import type { PersonChoiceProps } from './PersonSelect';
import style from './session.module.css';

const SHOWN_AT_ONCE = 6;
// A list to choose from weighs as much as the rest of the lock screen, and few offices have so many users.
const PersonSelect = lazy(async () => ({ default: (await import('./PersonSelect')).PersonSelect }));

export function PersonChoice({ logins, value, onChange }: PersonChoiceProps): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  const sorted = useMemo(() => logins.toSorted(new Intl.Collator(language).compare), [logins, language]);
  if (logins.length === 0)
    return <TextField label={t('session.login')} value={value} onChange={onChange} autoComplete="username" />;
  if (logins.length > SHOWN_AT_ONCE) return <PersonSelect logins={sorted} value={value} onChange={onChange} />;
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
