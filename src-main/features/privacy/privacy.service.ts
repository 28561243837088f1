// The privacy desk: purposes and the wordings by which people are asked.

import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { erasureOperations } from '@shared/features/erasure/erasure-operations';
import type { requestOperations } from '@shared/features/requests/request-operations';
import type { retentionOperations } from '@shared/features/retention/retention-operations';
import { purposePresets } from '@shared/features/privacy/presets';
import type { privacyContract } from '@shared/features/privacy/privacy.contract';
import { cleanText } from '@shared/text/clean';
import type { CommandContext, Handlers } from '../../core/context';
import * as statements from './privacy.sql';
import { purposeOf, purposesOf } from './purposes';
import { suppressionHandlers } from './suppression-handlers';

type Ops = (typeof privacyContract)['operations'];

/** Without what is erased and asked for: `features/erasure`. */
export type ConsentHandlers = Omit<
  Handlers<typeof privacyContract>,
  keyof typeof erasureOperations | keyof typeof requestOperations | keyof typeof retentionOperations
>;

export function createPrivacyService(): ConsentHandlers {
  return {
    purposes: ({ db }) => ok({ purposes: [...purposesOf(db)] }),
    savePurpose,
    removePurpose,
    addWording,
    ...suppressionHandlers,
  };
}

const isShipped = (id: string): boolean => purposePresets.some((preset) => preset.id === id);

function savePurpose(
  { db, ids, at }: CommandContext,
  { id, names, basis, balancing, categories, active }: InputOf<Ops['savePurpose']>,
): Answer<Ops['savePurpose']> {
  if (id !== undefined && purposeOf(db, id) === undefined) return fail('privacy.purpose-not-found', { id });
  const shipped = id !== undefined && isShipped(id);
  if (names === null && !shipped) return fail('privacy.names-required');
  const weighed = balancing === null ? '' : cleanText(balancing);
  // What ships says itself why the office's interest outweighs; whoever changes the grounds has to.
  const saysItself = shipped && purposePresets.find((one) => one.id === id)?.basis === 'legitimate-interest';
  if (basis === 'legitimate-interest' && weighed === '' && !saysItself) return fail('privacy.balancing-required');
  const row = {
    id: id ?? ids(),
    names: names === null ? null : JSON.stringify(names),
    basis,
    balancing: weighed === '' ? null : weighed,
    categories: JSON.stringify(categories),
    active: active ? 1 : 0,
    created_at: at,
  };
  db.run(statements.putPurpose(row));
  return ok({ id: row.id });
}

function removePurpose({ db }: CommandContext, { id }: InputOf<Ops['removePurpose']>): Answer<Ops['removePurpose']> {
  if (purposeOf(db, id) === undefined) return fail('privacy.purpose-not-found', { id });
  if (!isShipped(id) && db.first(statements.selectUseOf({ purpose: id })) !== undefined)
    return fail('privacy.purpose-used', { id });
  db.run(statements.deletePurpose({ id }));
  return ok({});
}

function addWording(
  { db, ids, at, actor }: CommandContext,
  { purposeId, language, text }: InputOf<Ops['addWording']>,
): Answer<Ops['addWording']> {
  if (purposeOf(db, purposeId) === undefined) return fail('privacy.purpose-not-found', { id: purposeId });
  const latest = db.first(statements.selectLatestWording({ purpose: purposeId, language }));
  const clean = cleanText(text);
  if (latest?.text === clean) return fail('privacy.wording-same', { version: latest.version });
  const version = (latest?.version ?? 0) + 1;
  const id = ids();
  const row = { id, purpose_id: purposeId, language, version, text: clean, created_at: at };
  db.run(statements.insertWording({ ...row, created_by: actor.userId ?? '' }));
  return ok({ id, version });
}
