// Pipelines through the door: begun from what ships, changed as a whole, and never taken away from under a deal.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pipelinePresetIds, pipelinePresets } from '@shared/features/pipelines/presets';
import { stagesProblem } from '@shared/features/pipelines/pipeline';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine({ country: 'KW' });
});
afterAll(() => test.close());

const only = async (id: string) =>
  value(await test.client.pipelines.list({})).pipelines.find((pipeline) => pipeline.id === id)!;

it.each(pipelinePresetIds)('the one for %s that ships can be begun, in the money of the country', async (preset) => {
  expect(stagesProblem(pipelinePresets[preset].stages)).toBeNull();
  const { id } = value(await test.client.pipelines.begin({ preset }));
  const pipeline = await only(id);
  expect(pipeline).toMatchObject({ currency: 'KWD', active: true, names: pipelinePresets[preset].names });
  expect(pipeline.stages.map(({ names }) => names)).toEqual(pipelinePresets[preset].stages.map(({ names }) => names));
  const reasons = value(await test.client.pipelines.list({})).lossReasons;
  expect(new Set(reasons.map(({ about, names }) => `${about} ${names.en}`)).size).toBe(reasons.length);
});

it('is changed as a whole: stages in another order, new ones, and those left out no longer used', async () => {
  const { id } = value(await test.client.pipelines.begin({ preset: 'sales' }));
  const { stages, active: _, ...pipeline } = await only(id);
  const [first, second, third, fourth, won, lost] = stages.map(({ active: __, ...stage }) => stage);
  const fresh = { names: { ar: 'تجربة', fa: 'آزمایش', en: 'Trial' }, kind: 'open' as const, odds: 60 };
  value(await test.client.pipelines.save({ ...pipeline, stages: [second!, first!, third!, fresh, won!, lost!] }));
  const changed = await only(id);
  expect(changed.stages.filter(({ active }) => active).map(({ names }) => names.en)).toEqual([
    'Qualified',
    'First contact',
    'Proposal',
    'Trial',
    'Won',
    'Lost',
  ]);
  expect(changed.stages.find((stage) => stage.id === fourth!.id)).toMatchObject({ active: false });
});

it('is refused without open stages, without its two ends, and when a stage becomes another kind', async () => {
  const { id } = value(await test.client.pipelines.begin({ preset: 'sales' }));
  const { stages, active: _, ...pipeline } = await only(id);
  const kept = stages.map(({ active: __, ...stage }) => stage);
  const open = kept.filter(({ kind }) => kind === 'open');
  const ends = kept.filter(({ kind }) => kind !== 'open');
  const save = (tried: typeof kept) => test.client.pipelines.save({ ...pipeline, stages: tried });
  expect(code(await save([...ends, ...ends]))).toBe('pipelines.none-open');
  expect(code(await save(open))).toBe('pipelines.ends');
  expect(code(await save([...open, ...ends.toReversed()]))).toBe('pipelines.ends');
  const [first, ...rest] = kept;
  const won = ends[0]!;
  expect(
    code(await save([{ ...first!, id: won.id }, ...rest.slice(0, -2), { ...won, id: rest[0]!.id }, ends[1]!])),
  ).toBe('pipelines.kind-changed');
  expect(code(await save([first!, ...kept]))).toBe('pipelines.stage-not-found');
});

it('keeps a stage in which there are deals', async () => {
  const { id } = value(await test.client.pipelines.begin({ preset: 'sales' }));
  const { stages, active: _, ...pipeline } = await only(id);
  const party = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'هدى' }] })).id;
  const deal = value(await test.client.deals.create({ partyId: party, pipelineId: id, title: 'وثيقة' })).id;
  const kept = stages.slice(1).map(({ active: __, ...stage }) => stage);
  expect(code(await test.client.pipelines.save({ ...pipeline, stages: kept }))).toBe('pipelines.stage-in-use');
  value(await test.client.deals.update({ id: deal, set: { expectedOn: '2026-08-01' } }));
  value(await test.client.deals.move({ id: deal, toStageId: stages[1]!.id }));
  value(await test.client.pipelines.save({ ...pipeline, stages: kept }));
});
