// Search as you type: fast typing asks little, and only the newest answer is shown.
import { expect, test } from 'vitest';
import { createAsker } from '../../../src-renderer/features/search/asker';

function engine() {
  const waiting: { question: string; answer: () => Promise<void> }[] = [];
  const shown: string[] = [];
  const asker = createAsker(
    (question: string) =>
      new Promise<string>((resolve) => {
        waiting.push({
          question,
          answer: async () => {
            resolve(`answer to ${question}`);
            for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
          },
        });
      }),
    (_question, answer) => shown.push(answer),
  );
  return { waiting, shown, asker };
}

test('the first letter asks at once', () => {
  const { waiting, asker } = engine();
  asker.ask('م');
  expect(waiting.map((one) => one.question)).toEqual(['م']);
});

test('letters typed while an answer is on its way are asked as one, and only their answer is shown', async () => {
  const { waiting, shown, asker } = engine();
  asker.ask('م');
  asker.ask('مح');
  asker.ask('محم');
  await waiting[0]!.answer();
  expect(waiting.map((one) => one.question)).toEqual(['م', 'محم']);
  expect(shown).toEqual([]);
  await waiting[1]!.answer();
  expect(shown).toEqual(['answer to محم']);
});

test('an answer that nobody waits for is not shown', async () => {
  const { waiting, shown, asker } = engine();
  asker.ask('فا');
  asker.drop();
  await waiting[0]!.answer();
  expect(shown).toEqual([]);
  asker.ask('فاطمة');
  await waiting[1]!.answer();
  expect(shown).toEqual(['answer to فاطمة']);
});
