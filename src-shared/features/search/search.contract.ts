// Search everywhere: people, organisations, groups and activities by any spelling, any run of digits, any part of an e-mail.

import { z } from 'zod';
import { defineContract, query } from '../../core/contract';
import { identifierSchemes } from '../../catalogue';
import { Id } from '../../core/ids';
import { IDENTIFIER, type Reading } from '../../core/reads';
import { checkIdentifier } from '../parties/identifiers';

export const searchScopes = ['person', 'organisation', 'group', 'activity'] as const;

export const SearchHit = z.object({
  entity: z.enum(['party', 'activity']),
  id: Id,
  kind: z.string(),
  title: z.string(),
  /** A second line: phone, organisation, or for an activity its parties and date. */
  subtitle: z.string().nullable(),
  /** Which field matched, so that the window can say why. */
  matched: z.enum(['name', 'spelling', 'phone', 'email', 'identifier', 'activity']),
  at: z.number().int().nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** A search by somebody's number tells whose it is, or that nobody here has it; what was typed is not kept. */
function numberSearch(text: string, hits: readonly SearchHit[]): Reading | null {
  const ids = hits.filter(({ matched }) => matched === 'identifier').map(({ id }) => id);
  if (ids.length === 0 && !isIdentityNumber(text)) return null;
  return { way: 'search', fields: [IDENTIFIER], of: { entity: 'party', ids } };
}

/** What was written about somebody can be read in the list of what was found. */
function previews(hits: readonly SearchHit[]): Reading | null {
  const ids = hits.filter(({ entity }) => entity === 'activity').map(({ id }) => id);
  return ids.length === 0 ? null : { way: 'search', fields: [], of: { entity: 'activity', ids } };
}

const LEAST_DIGITS = 8;

const isIdentityNumber = (text: string): boolean =>
  (text.match(/\p{Nd}/gu)?.length ?? 0) >= LEAST_DIGITS &&
  identifierSchemes.some((scheme) => scheme !== 'passport' && checkIdentifier(scheme, text).verdict === 'valid');

export const searchContract = defineContract('search', {
  find: query({
    permission: 'search.use',
    input: z.strictObject({
      text: z.string().max(200),
      limit: z.number().int().min(1).max(100).default(20),
      scopes: z.array(z.enum(searchScopes)).min(1).optional(),
    }),
    output: z.object({ hits: z.array(SearchHit), more: z.boolean() }),
    reads: ({ text }, { hits }, { sensitive }) => (sensitive ? numberSearch(text, hits) : null) ?? previews(hits),
    errors: [],
  }),
});
