// Forms of text that a rule can ask for by name. Globs over the text in lower case (`*` any run, `?` one sign, `[…]` one of),
// so that the database and a reader of this page understand the same.

export interface Pattern {
  /** The text has the form when one of these fits … */
  readonly any: readonly string[];
  /** … and none of these does. */
  readonly none: readonly string[];
}

const unreachable = ['example.com', 'example.org', 'example.net', 'test.com', 'email.com', 'mail.com', 'none.com'];
const notThere = ['none', 'no', 'na', 'n/a', 'noemail', 'nomail', 'test', 'x', 'xx', 'xxx', 'abc'];

export const patterns = {
  /** The comparable form of a number that some country has; others are kept as bare digits. */
  'phone-known': { any: ['+[0-9]*'], none: [] },
  'email-reachable': {
    any: ['?*@?*.??*'],
    none: [
      '* *',
      '*..*',
      '*@*@*',
      '*.@*',
      '*@-*',
      '*@.*',
      '*.',
      '*.invalid',
      '*.test',
      '*.local',
      ...unreachable.map((domain) => `*@${domain}`),
      ...notThere.map((name) => `${name}@*`),
    ],
  },
  'arabic-letters': { any: ['*[؀-ۿ]*'], none: [] },
  'latin-letters': { any: ['*[a-zÀ-ɏ]*'], none: [] },
  /** What is typed where nothing is known. */
  placeholder: {
    any: [
      'test',
      'test *',
      'test[0-9]*',
      'xx*',
      'unknown*',
      'no name*',
      'noname*',
      'n/a',
      'na',
      'none',
      'empty',
      'dummy*',
      'to delete*',
      'تجربة*',
      'تجربه*',
      'مجهول*',
      'غير معروف*',
      'بدون اسم*',
      'بلا اسم*',
      'فارغ',
      'لا يوجد',
      'للحذف*',
      'آزمایشی*',
      'ناشناس*',
      'نامشخص*',
      'بدون نام*',
      'بی نام*',
      'بی‌نام*',
      'خالی',
      'ندارد',
      'تست*',
      'حذف شود*',
      '-*',
      '.*',
      '[?]*',
      '؟*',
    ],
    none: [],
  },
} as const satisfies Readonly<Record<string, Pattern>>;

export type PatternName = keyof typeof patterns;
export const patternNames = Object.keys(patterns) as [PatternName, ...PatternName[]];
