// Whatever an import can refuse, reject or ask has words in three languages.
import { describe, expect, it } from 'vitest';
import { IMPORT_FAILURE_CODES } from '../../src-shared/features/imports/import-failures';
import { TEXT_ENCODINGS } from '../../src-main/import/text/encoding';
import { importTargets, knownSetNames, rejectionCodes } from '../../src-shared/features/imports/mapping';
import { languages } from '../../src-shared/locale/language';
import { hasWords } from '../../src-shared/locale/translate';

const ids = [
  ...IMPORT_FAILURE_CODES.map((code) => `errors.${code}`),
  ...rejectionCodes.map((code) => `import.reason.${code}`),
  ...importTargets.map((target) => `import.target.${target}`),
  ...knownSetNames.map((name) => `import.known.${name}`),
  ...TEXT_ENCODINGS.map((encoding) => `import.encoding.${encoding}`),
];

describe.each(languages)('in %s', (language) => {
  it('every code, reason, target, program and encoding is worded', () => {
    expect(ids.filter((id) => !hasWords(language, id))).toEqual([]);
  });
});
