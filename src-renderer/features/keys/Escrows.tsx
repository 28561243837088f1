// Files that were handed out for age keys lie outside the base, where no change of its key reaches.

import type { ReactNode } from 'react';
import { Ltr, useT } from '../../ui';
import style from './keys.module.css';

export function Escrows({ recipients }: { readonly recipients: readonly string[] }): ReactNode {
  const t = useT();
  return recipients.map((recipient) => (
    <p key={recipient} className={style.recipient}>
      {t('rotation.escrow-again')} <Ltr>{recipient}</Ltr>
    </p>
  ));
}
