// Failures at the gate, with what their details add: the reasons against a passphrase, the time of the next attempt.

import type { Failure } from '@shared/core/result';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { ErrorState, useFormat, useT } from '../../ui';
import style from './session.module.css';

export function GateFailure({ error }: { readonly error: Failure }): ReactNode {
  const t = useT();
  const reasons = error.details?.['reasons'];
  const retryAt = error.details?.['retryAt'];
  return (
    <div className={style.stack}>
      <ErrorState inline error={error} />
      {Array.isArray(reasons) && (
        <ul>
          {reasons.map((code) => (
            <li key={String(code)}>{t.any(`errors.${String(code)}`)}</li>
          ))}
        </ul>
      )}
      {typeof retryAt === 'number' && <Countdown until={retryAt} />}
    </div>
  );
}

const SECOND_MS = 1000;

function Countdown({ until }: { readonly until: number }): ReactNode {
  const t = useT();
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => window.clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / SECOND_MS));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return <p role="timer">{seconds > 0 ? t('session.wait', { time: format.digits(clock) }) : t('session.wait-over')}</p>;
}
