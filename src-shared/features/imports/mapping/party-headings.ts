// The headings by which a file names a party, in three languages. Compared in folded form.

export type HeadingWords = Readonly<Record<string, readonly string[]>>;

/** The headings of every way to name one part; `who`: what the part is called. */
export const partyHeadings = (part: string, who: readonly string[], alone: readonly string[]): HeadingWords => ({
  [`party.${part}.name`]: [...who, ...who.map((word) => `اسم ${word} | نام ${word} | ${word} name`), ...alone],
  [`party.${part}.phone`]: who.map(
    (word) => `هاتف ${word} | جوال ${word} | تلفن ${word} | موبایل ${word} | ${word} phone | ${word} mobile`,
  ),
  [`party.${part}.email`]: who.map((word) => `بريد ${word} | ایمیل ${word} | ${word} email | ${word} e-mail`),
  [`party.${part}.key`]: who.map(
    (word) =>
      `رقم ${word} | رمز ${word} | معرف ${word} | کد ${word} | شناسه ${word} | ${word} id | ${word} key | ${word} code | ${word} number`,
  ),
  [`party.${part}.number`]: who.map(
    (word) =>
      `هوية ${word} | رقم هوية ${word} | کد ملی ${word} | ${word} national id | ${word} identity number | ${word} passport`,
  ),
});
