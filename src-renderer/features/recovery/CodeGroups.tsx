// The groups of a code or card, numbered and large, in Latin digits whatever the language: they are read from paper years later, by anybody.

import type { ReactNode } from 'react';
import { useFormat } from '../../ui';
import style from './recovery.module.css';

export interface CodeGroupsProps {
  readonly label: string;
  readonly groups: readonly string[];
}

export function CodeGroups({ label, groups }: CodeGroupsProps): ReactNode {
  const format = useFormat();
  return (
    <ol className={style.code} dir="ltr" aria-label={label}>
      {groups.map((group, index) => (
        <li key={index} className={style.codeGroup}>
          <span className={style.codeNumber}>{format.number(index + 1)}</span>
          <span className={style.codeDigits}>{group}</span>
        </li>
      ))}
    </ol>
  );
}
