// A sales team whose past is known: odds of 20, 50 and 80 in a hundred, and seven deals of one fiscal quarter.

import type { Stage } from '@shared/features/pipelines/pipeline';
import { ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

/** Rials in a million toman. */
export const MILLION = 10_000_000;
export const at = (day: string, hour = 8): number => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);

const names = (text: string) => ({ ar: text, fa: text, en: text });
const open = (text: string, odds: number) => ({ names: names(text), kind: 'open' as const, odds });
const stages = [
  open('Qualified', 10),
  open('Proposal', 10),
  open('Contract', 10),
  { names: names('Won'), kind: 'won' as const, odds: 100 },
  { names: names('Lost'), kind: 'lost' as const, odds: 0 },
];

export interface Team {
  readonly test: TestEngine;
  readonly pipelineId: string;
  readonly stage: (name: string) => string;
  readonly partyId: string;
  /** Makes a deal; amounts in millions of toman. */
  readonly deal: (stage: string, more?: Partial<DealTerms>) => Promise<string>;
  readonly move: (id: string, to: string) => Promise<void>;
  /** Waits for the snapshot of today. */
  readonly snapshot: () => Promise<{ day: string; lines: number }>;
}

interface DealTerms {
  readonly amount: number | null;
  readonly expectedOn: string;
  readonly category: 'pipeline' | 'best-case' | 'commit' | 'omitted';
  readonly title: string;
  readonly ownerId: string;
  readonly pipelineId: string;
  readonly currency: string;
}

export async function openTeam(): Promise<Team> {
  const test = await openEngine({ create: false });
  test.clock.at = at('2025-06-01');
  const office = { displayName: 'سارا', passphrase, language: 'fa', country: 'IR', sample: false } as const;
  test.recoveryCode = value(await test.client.session.create({ login: 'sara', ...office })).recoveryCode;
  const pipelineId = value(await test.client.pipelines.save({ names: names('Sales'), currency: 'IRR', stages })).id;
  value(await test.client.pipelines.begin({ preset: 'policies' }));
  const { pipelines, lossReasons } = value(await test.client.pipelines.list({}));
  const known = pipelines.find(({ id }) => id === pipelineId)!.stages as readonly Stage[];
  const stage = (name: string): string => known.find((one) => one.names.en === name)!.id;
  const partyId = value(await test.client.parties.create({ kind: 'organisation', names: [{ text: 'شرکت آفتاب' }] })).id;
  return {
    test,
    pipelineId,
    stage,
    partyId,
    deal: async (name, { amount = 100, title = name, ...more } = {}) =>
      value(
        await test.client.deals.create({
          partyId,
          pipelineId,
          title,
          stageId: more.pipelineId === undefined ? stage(name) : undefined,
          amount: amount === null ? null : amount * MILLION,
          ...more,
        }),
      ).id,
    move: async (id, to) => {
      const lossReasonId = to === 'Lost' ? lossReasons[0]!.id : undefined;
      value(await test.client.deals.move({ id, toStageId: stage(to), confirmed: true, lossReasonId }));
    },
    snapshot: async () => {
      const { id } = await ended(test, value(await test.client.forecast.snapshot({})).jobId);
      return value(await test.client.jobs.get({ id })).result as { day: string; lines: number };
    },
  };
}

/** Deals of the past: in each stage so many were won of so many. */
export async function givePast({ deal, move }: Team, past: Readonly<Record<string, readonly [number, number]>>) {
  for (const [stage, [won, decided]] of Object.entries(past))
    for (let index = 0; index < decided; index += 1) await move(await deal(stage), index < won ? 'Won' : 'Lost');
}
