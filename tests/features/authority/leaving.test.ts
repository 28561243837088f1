// What was granted goes out with everything else, and comes in again as it was.
import { expect, it } from 'vitest';
import { ended, openEngine, value } from '../../support/open-engine';

it('the exit drill finds every authority and question in the package', async () => {
  const test = await openEngine();
  try {
    const person = async (text: string) =>
      value(await test.client.parties.create({ kind: 'person', names: [{ text }] })).id;
    const [subjectId, agentId] = [await person('هند'), await person('خالد')];
    const questions = [{ question: 'أول مدرسة؟', answer: 'الأمل' }];
    value(await test.client.authority.grant({ subjectId, agentId, basis: 'spouse', matters: ['medical'], questions }));
    const { jobId } = value(await test.client.exports.drill({}));
    const { state, result } = await ended(test, jobId);
    expect(state).toBe('done');
    expect(result).toMatchObject({ sound: true });
  } finally {
    await test.close();
  }
});
