// What a list page looks at, kept in its address as text and read back from it.

import type { z } from 'zod';

export interface AddressView<View> {
  /** A plain one when there is none or it cannot be read. */
  read(text: string | undefined): View;
  /** Undefined for the plain view, so that the plain address stays short. */
  write(view: View): string | undefined;
}

export function addressView<View>(schema: z.ZodType<View>, plain: () => View): AddressView<View> {
  return {
    read(text) {
      const parsed = text === undefined ? undefined : schema.safeParse(jsonOf(text));
      return parsed?.success === true ? parsed.data : plain();
    },
    write(view) {
      const text = JSON.stringify(view);
      return text === JSON.stringify(plain()) ? undefined : text;
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export interface Sorted<By extends string> {
  readonly by: By;
  readonly direction: 'ascending' | 'descending';
}

/** A click on a heading: the second one turns round. `falling`: what begins with the largest or latest. */
export function turnedSort<By extends string>(
  sort: Sorted<By>,
  by: By,
  falling: readonly By[],
): { by: By; direction: Sorted<By>['direction'] } {
  if (sort.by === by) return { by, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
  return { by, direction: falling.includes(by) ? 'descending' : 'ascending' };
}
