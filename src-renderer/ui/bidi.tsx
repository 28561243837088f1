// Names, phones and codes keep their own direction inside text of the other direction.

import { useDirection } from '@mantine/core';
import type { ReactNode } from 'react';

/** A name or any text a person typed: its direction comes from its own letters. */
export function Bidi({ children }: { readonly children: ReactNode }): ReactNode {
  return <bdi dir="auto">{children}</bdi>;
}

/** Text that always runs left to right: codes, addresses of mail and web, file names. */
export function Ltr({ children }: { readonly children: ReactNode }): ReactNode {
  return <bdi dir="ltr">{children}</bdi>;
}

/** A phone number as stored or as typed. An override, because groups of Arabic-Indic digits swap places even inside left-to-right text. */
export function Phone({ value }: { readonly value: string }): ReactNode {
  return (
    <bdo dir="ltr" className="dw-numbers">
      {value}
    </bdo>
  );
}

/** Whether the page runs from right to left: for what is placed by numbers, such as drawings and dragging. */
export const useMirrored = (): boolean => useDirection().dir === 'rtl';
