// Places in sorted lists travel to the window and back as opaque text; what comes back is parsed like any other input.

import type { z } from 'zod';

export const writeCursor = (place: readonly (string | number | null)[]): string => JSON.stringify(place);

/** The place, or undefined when the text is not one of ours. */
export function readCursor<T>(shape: z.ZodType<T>, cursor: string): T | undefined {
  const parsed = shape.safeParse(parseJson(cursor));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
