// Before a base is made or opened: says that its folder lies where bases get damaged, why, and what to do instead.

import type { SessionStatus } from '@shared/features/session/session.contract';
import type { ReactNode } from 'react';
import { useT } from '../../ui';
import style from './session.module.css';

export function PlaceWarning({ status }: { readonly status: SessionStatus | null }): ReactNode {
  const t = useT();
  const { kind, sign } = status?.place ?? { kind: 'unknown', sign: null };
  if (kind !== 'network' && kind !== 'sync-folder') return null;
  return (
    <p className={style.caution} role="note">
      {t(`session.place-${kind}`, { sign: sign ?? '' })}
    </p>
  );
}
