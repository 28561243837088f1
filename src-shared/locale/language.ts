// The closed lists of languages, calendars and digit sets, so that every part of the program names them alike.
export const languages = ['ar', 'fa', 'en'] as const;
export type Language = (typeof languages)[number];

export const calendars = ['gregory', 'umalqura', 'persian'] as const;
export type Calendar = (typeof calendars)[number];

export const digitSets = ['latn', 'arab', 'arabext'] as const;
export type Digits = (typeof digitSets)[number];

/** Writing direction of the interface in this language. */
export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'en' ? 'ltr' : 'rtl');
