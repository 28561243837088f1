// What a new passphrase has to be, said in advance and ticked off while it is typed. The engine judges; this only guides.

import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../ui';
import style from './session.module.css';

/** The engine's own measures (12 characters, or four words). */
const LEAST_CHARACTERS = 12;
const LEAST_WORDS = 4;

export interface PassphraseRulesProps {
  readonly passphrase: string;
  /** Of whom it will be, when it is somebody's. */
  readonly login?: string;
  /** Typed a second time. */
  readonly repeated: string;
}

export const isLongEnough = (passphrase: string): boolean =>
  [...passphrase.trim()].length >= LEAST_CHARACTERS ||
  passphrase.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1).length >= LEAST_WORDS;

export function PassphraseRules({ passphrase, login, repeated }: PassphraseRulesProps): ReactNode {
  const t = useT();
  const typed = passphrase !== '';
  const isNotLogin = (of: string): boolean =>
    typed && (of.length < 3 || !passphrase.toLowerCase().includes(of.toLowerCase()));
  const rules = [
    [isLongEnough(passphrase), t('session.rule-long', { count: LEAST_CHARACTERS, words: LEAST_WORDS })],
    ...(login === undefined ? [] : [[isNotLogin(login), t('session.rule-not-login')] as const]),
    [typed && repeated === passphrase, t('session.rule-repeated')],
  ] as const;
  return (
    <div>
      <ul className={style.rules} aria-label={t('session.rules')}>
        {rules.map(([met, words]) => (
          <li key={words} data-met={met}>
            {met ? (
              <IconCircleCheckFilled size="1rem" aria-hidden />
            ) : (
              <IconCircle size="1rem" stroke={1.6} aria-hidden />
            )}
            <span>{words}</span>
            {met && <span className="dw-said">{t('common.done')}</span>}
          </li>
        ))}
      </ul>
      <p className={style.rules}>{t('session.rule-free')}</p>
    </div>
  );
}
