// Month lengths of the Umm al-Qura calendar of Saudi Arabia, AH 1343-1500 (1924-08-01 to 2077-11-16), as published.
// Intl and @internationalized/date are a day off in 265 of the 336 months of 1392-1419 and in many after 1450, so birthdays
// of living people need this table. Source: the published month starts as carried by the hijri-converter data set; the
// .NET UmAlQuraCalendar, made independently, agrees for every month of 1420-1499.

export const FIRST_YEAR = 1343;
export const LAST_YEAR = 1500;

/** 1343-01-01 as days since 1970-01-01: 1924-08-01. */
export const FIRST_EPOCH_DAY = -16589;

/** One year in three hexadecimal digits: the highest of twelve bits is Muharram; 1 = 30 days, 0 = 29. Twenty years a line. */
export const monthBits: readonly string[] = [
  'b77 2aa aad 366 36c ab2 abb 52d a8d aaa b59 56a aad 2b2 aab d26 e92 aab aaa aaa',
  'aab aae aab aaa aaa aab ab6 aaa a57 54b 555 ab3 aa6 4ea 95b aaa 555 aaa b4a b65',
  '5aa aaa b2e cab 2ab 6aa aab ab4 aab 2ab a2b aa6 b4a ba5 5aa ab5 556 d2b 54a ea5',
  '752 6e9 36a aad 555 aa5 b52 ba9 5b4 9ba 4db 25d 52d aa5 ad4 aea 56d 4bd 23d 91d',
  'a95 b4a b5a 56d 2b6 93b 49b 655 6a9 754 b6a 56c aad 555 b29 b92 ba9 5d4 ada 55a',
  'aab 595 749 764 baa 5b5 2b6 a56 d2a e95 72a 755 35a 95d 49b a4d d26 d53 5aa aad',
  '4b6 a57 527 a95 b4a b55 36c 9ae 4b6 a96 b4a da5 5d2 5d9 2dc 96d 4ad 655 6d2 b69',
  '374 9b6 4d7 2ab 54b 6a5 752 b69 56b 2ad 94d c95 d4a ea5 6ca ad5 556 c97',
].flatMap((line) => line.split(' '));

/** Months the authorities began a day early or late: [year, month, days]. */
export const oddMonths: readonly (readonly [year: number, month: number, days: number])[] = [
  [1343, 9, 28],
  [1345, 5, 31],
  [1345, 8, 28],
  [1348, 11, 31],
  [1348, 12, 28],
  [1349, 10, 28],
  [1349, 11, 31],
  [1364, 8, 28],
];
