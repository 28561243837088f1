// The forecast and goals on the command line: a table, CSV, today's snapshot, what changed, a manager's view, a goal.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
beforeAll(() => {
  place = newBase();
}, patience);
afterAll(() => place.remove());

const run = (...command: string[]) => runCli([...command, ...place.access]);
const json = <T = unknown>(...command: string[]) =>
  jsonOf<{ ok: boolean; value: T; error?: { code: string } }>(run(...command, '--json'));
function call<T>(operation: string, input: object): T {
  const file = join(place.folder, 'input.json');
  writeFileSync(file, JSON.stringify(input));
  return json<T>('call', operation, '--input', file).value;
}

it(
  'a forecast is a table or CSV of one period; a snapshot, a view, a goal and what changed are told in plain numbers',
  () => {
    const { id: pipelineId } = call<{ id: string }>('pipelines.begin', { preset: 'sales', currency: 'SAR' });
    const { id: partyId } = call<{ id: string }>('parties.create', {
      kind: 'organisation',
      names: [{ text: 'النور' }],
    });
    const { period } = json<{ period: { to: string } }>('report', 'forecast').value;
    const deal = { partyId, pipelineId, title: 'تأمين', expectedOn: period.to };
    const { id } = call<{ id: string }>('deals.create', { ...deal, amount: 100_000, category: 'commit' });
    expect(run('report', 'forecast', '--lang', 'fa').stdout).toContain('SAR\t0.00\t1000.00\t1000.00\t100.00\t0.00');
    expect(run('report', 'forecast', '--format', 'csv').stdout).toBe(
      'Currency,Won,Commit,Best case,Weighted,Slipped,Goal,Gap to goal,Coverage\nSAR,0.00,1000.00,1000.00,100.00,0.00,,,\n',
    );
    expect(run('report', 'forecast', '--format', 'pdfx').exitCode).toBe(2);
    expect(json('report', 'forecast', '--period', '9999').error?.code).toBe('forecast.period-out-of-range');

    expect(json<{ lines: number }>('forecast', 'snapshot').value.lines).toBe(1);
    call('deals.update', { id, set: { amount: 200_000 } });
    const { snapshotOn } = json<{ snapshotOn: string }>('report', 'forecast').value;
    expect(run('forecast', 'compare', '--from', snapshotOn).stdout).toContain(`Amount changed\t100.00\t${id}\tتأمين`);
    expect(run('forecast', 'compare').exitCode).toBe(2);
    expect(json('forecast', 'compare', '--from', '2000-01-01').error?.code).toBe('forecast.no-snapshot');

    const view = ['--figure', 'commit', '--currency', 'SAR', '--reason', 'not signed'];
    expect(run('forecast', 'adjust', ...view, '--delta=-500').exitCode).toBe(0);
    expect(run('forecast', 'adjust', ...view, '--delta', 'some').exitCode).toBe(2);
    expect(
      json<{ figures: { adjusted: { commit: string } }[] }>('report', 'forecast').value.figures[0]!.adjusted.commit,
    ).toBe('150000');

    const goal = json<{ id: string }>(
      'goals',
      'set',
      '--metric',
      'won-amount',
      '--target',
      '5000',
      '--currency',
      'SAR',
    ).value;
    expect(run('goals', 'list').stdout).toMatch(
      new RegExp(`^${goal.id}\tThe whole office\tAmount won\t0.00\t5000.00\t`),
    );
    expect(run('report', 'forecast').stdout).toContain('\t5000.00\t4800.00\t0.40');
    expect(run('goals', 'remove', goal.id).exitCode).toBe(0);
    expect(run('goals', 'list').stdout).toContain('No goal is set');
    const out = join(place.folder, 'forecast.csv');
    expect(run('export', '--list', 'forecast', '--format', 'csv', '--no-bom', '--plain', '--out', out).exitCode).toBe(
      0,
    );
    const [head, all, person] = readFileSync(out, 'utf8').trim().split('\r\n');
    expect(head).toBe('Owner,Currency,Won,Commit,Best case,Weighted,Slipped,Goal,Gap to goal,Coverage');
    expect(all).toBe('Everybody,SAR,0,2000,2000,200,0,,,');
    expect(person).toContain(',SAR,0,2000,2000,200,0,,,');
    expect(run('forecast', 'accuracy').stdout).toContain('Period');
  },
  patience,
);
