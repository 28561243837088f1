// What the office processes data for: shipped purposes, its own, the grounds of each, and the wordings by which people are asked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purposePresets } from '@shared/features/privacy/presets';
import { languages } from '@shared/locale/language';
import { messagesByLanguage } from '@shared/locale/messages';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
const names = { ar: 'مجلة', fa: 'خبرنامه', en: 'Newsletter' };
const fresh = {
  names,
  basis: 'consent' as const,
  balancing: null,
  categories: ['name' as const, 'contact' as const],
  active: true,
};
const purposes = async () => value(await test.client.privacy.purposes({})).purposes;
const purpose = async (id: string) => (await purposes()).find((one) => one.id === id);

beforeAll(async () => {
  test = await openEngine();
});
afterAll(() => test.close());

describe('purposes', () => {
  it('ship with the product, with words in three languages and, where an interest is the basis, its weighing', async () => {
    expect((await purposes()).map(({ id }) => id)).toEqual(purposePresets.map(({ id }) => id));
    for (const { id, basis } of purposePresets)
      for (const language of languages) {
        expect(messagesByLanguage[language][`privacy.purpose.${id}`]).toBeDefined();
        if (basis === 'legitimate-interest')
          expect(messagesByLanguage[language][`privacy.balancing.${id}`]).toBeDefined();
      }
  });

  it('of the office have a name in every language, and one of its own interest says why it outweighs', async () => {
    expect(code(await test.client.privacy.savePurpose({ ...fresh, names: null }))).toBe('privacy.names-required');
    const interest = { ...fresh, basis: 'legitimate-interest' as const, balancing: ' \n ' };
    expect(code(await test.client.privacy.savePurpose(interest))).toBe('privacy.balancing-required');
    const { id } = value(await test.client.privacy.savePurpose({ ...interest, balancing: 'Rarely, and easy to end.' }));
    expect(await purpose(id)).toMatchObject({ names, balancing: 'Rarely, and easy to end.', preset: false });
    value(await test.client.privacy.removePurpose({ id }));
    expect(await purpose(id)).toBeUndefined();
    expect(code(await test.client.privacy.removePurpose({ id }))).toBe('privacy.purpose-not-found');
  });

  it('that ship are changed, and taken back to what they were', async () => {
    const { names: _, basis, balancing, categories } = (await purpose('sharing'))!;
    value(await test.client.privacy.savePurpose({ id: 'sharing', names, basis, balancing, categories, active: true }));
    expect(await purpose('sharing')).toMatchObject({ names, active: true, isChanged: true });
    value(await test.client.privacy.removePurpose({ id: 'sharing' }));
    expect(await purpose('sharing')).toMatchObject({ names: null, active: false, isChanged: false });
  });
});

describe('a wording', () => {
  it('is followed by its next version in its language, and never changes', async () => {
    const say = (language: 'ar' | 'en', text: string) =>
      test.client.privacy.addWording({ purposeId: 'marketing', language, text });
    expect(value(await say('en', 'May we write to you?')).version).toBe(1);
    expect(value(await say('ar', 'هل نراسلكم؟')).version).toBe(1);
    expect(code(await say('en', 'May we write to you? '))).toBe('privacy.wording-same');
    expect(value(await say('en', 'May we write to you about offers?')).version).toBe(2);
    expect(
      (await purpose('marketing'))!.wordings.map(({ language, version, text }) => [language, version, text]),
    ).toEqual([
      ['ar', 1, 'هل نراسلكم؟'],
      ['en', 2, 'May we write to you about offers?'],
      ['en', 1, 'May we write to you?'],
    ]);
    expect(() =>
      test.engine.base()!.writer.exec("update consent_wording set text = 'something else' where version = 1"),
    ).toThrow('consent: append-only');
    expect(code(await test.client.privacy.addWording({ purposeId: 'nothing', language: 'en', text: 'x' }))).toBe(
      'privacy.purpose-not-found',
    );
  });
});
