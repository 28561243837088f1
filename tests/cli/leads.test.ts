// Leads on the command line: taken in with a new person, listed by how promising they are, worked, and brought to an end.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
const inBase = (...args: string[]) => runCli([...args, ...place.access]);
beforeAll(() => {
  place = newBase();
}, patience);
afterAll(() => place.remove());

it(
  'a lead goes from the first word to a reason, and back',
  () => {
    const made = inBase(
      'leads',
      'create',
      '--name',
      'مریم رضایی',
      '--phone',
      '0551234567',
      '--source',
      'referral',
      '--json',
    );
    const { id, partyId } = jsonOf<{ value: { id: string; partyId: string } }>(made).value;
    const again = inBase('leads', 'create', '--name', 'مریم رضایی', '--phone', '0551234567', '--source', 'phone');
    expect(again.stderr).toContain(partyId);
    expect(inBase('leads', 'contact', id, '--kind', 'call', '--subject', 'called back').exitCode).toBe(0);
    const [first] = inBase('leads', 'list', '--by', 'score', '--lang', 'fa').stdout.split('\n');
    expect(first).toBe(`${id}\t43\tتماس گرفته شد\tبه‌هنگام پاسخ داده شد\tمریم رضایی\t\tamal`);
    const shown = inBase('leads', 'show', id).stdout;
    expect(shown).toContain('15/15\tCame by: Referral');
    expect(shown).toContain('called back');
    expect(inBase('leads', 'assign', id, '--owner', 'none').exitCode).toBe(0);
    expect(inBase('leads', 'list', '--owner', 'none').stdout).toContain(id);
    expect(jsonOf(inBase('leads', 'disqualify', id, '--json')).error?.code).toBe('leads.reason-needed');
    expect(inBase('leads', 'disqualify', id, '--reason', 'بودجه ندارد').exitCode).toBe(0);
    expect(inBase('leads', 'list', '--state', 'disqualified').stdout).toContain(id);
    expect(inBase('leads', 'reopen', id).exitCode).toBe(0);
    expect(jsonOf(inBase('leads', 'qualify', id, '--json')).error?.code).toBe('leads.title-needed');
    for (const args of [['leads'], ['leads', 'create'], ['leads', 'assign', id], ['leads', 'reopen']])
      expect(inBase(...args).exitCode, args.join(' ')).toBe(2);
  },
  patience,
);
