// The words on the screen: `const t = useT(); t('common.save')`. Ids are typed; text values are isolated for mixed directions.

import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { IntlShape } from 'react-intl';
import { useIntl } from 'react-intl';
import type { MessageId } from './message-ids';

export type WordValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

export interface Translate {
  (id: MessageId, values?: WordValues): string;
  /** For ids made of data (error codes, catalogue values); the id itself where there are no words. */
  any(id: string, values?: WordValues): string;
  has(id: string): boolean;
}

/** Keeps a name or a number from pulling the words around it to the wrong side. */
export const isolate = (text: string): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;

export function createTranslate(intl: IntlShape): Translate {
  const words = (id: string, values?: WordValues): string => {
    if (intl.messages[id] === undefined) return id;
    // Without values the library gives the words as they are; with any, even none, it takes them apart first.
    if (values === undefined) return intl.formatMessage({ id });
    const safe = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'choice' ? isolate(value) : value,
    ]);
    return intl.formatMessage({ id }, Object.fromEntries(safe)) as string;
  };
  const translate = (id: MessageId, values?: WordValues): string => words(id, values);
  return Object.assign(translate, { any: words, has: (id: string) => intl.messages[id] !== undefined });
}

export function useT(): Translate {
  const intl = useIntl();
  return useMemo(() => createTranslate(intl), [intl]);
}

export interface WordsProps {
  readonly id: MessageId;
  /** Parts of the sentence that are elements; a function `b: (text) => <b>{text}</b>` gives meaning to `<b>…</b>` in the words. */
  readonly values?: Readonly<Record<string, ReactNode | ((chunks: ReactNode) => ReactNode)>>;
}

/** A sentence with elements inside it. */
export function Words({ id, values }: WordsProps): ReactNode {
  const intl = useIntl();
  return <>{intl.formatMessage({ id }, values as never)}</>;
}
