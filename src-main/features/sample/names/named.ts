// A word in its own script together with the Latin spelling people use for it, and the compact lists they are written in.

export interface Named {
  readonly native: string;
  readonly latin: string;
}

/** Reads `native=Latin, native=Latin, …` (line breaks free). */
export function namedList(text: string): Named[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [native = '', latin = ''] = entry.split('=');
      if (native === '' || latin === '') throw new Error(`a name without both spellings: ${entry}`);
      return { native: native.trim(), latin: latin.trim() };
    });
}

/** Reads `word, word, …`. */
export function wordList(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
