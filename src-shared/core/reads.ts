// How an operation shows people to whoever asks: what the log of readings is told. An operation declares it in its contract (`reads`);
// the door writes it down before the answer is given out.

/** open: somebody's page or file. search, list, report: among others. export and print: it left the base. */
export const accessWays = ['open', 'list', 'search', 'report', 'export', 'print'] as const;
export type AccessWay = (typeof accessWays)[number];

/** What was given out so cannot be called back. */
export const leavesBase = (way: AccessWay): boolean => way === 'export' || way === 'print';

/** What the ids of a reading name; whom they are about is looked up. */
export const readEntities = ['party', 'activity', 'attachment', 'import_job'] as const;

export interface Reading {
  readonly way: AccessWay;
  /**
   * `entity.field` of what was given out whole, class 3 above all; `party` where people are what was given out. Empty: a record was shown
   * without any such value, which is written down only where it is another's (`src-main/access/others.sql.ts`).
   */
  readonly fields: readonly string[];
  /** Whom it is about. Everyone: who was in the base then. */
  readonly of: 'everyone' | { readonly entity: (typeof readEntities)[number]; readonly ids: readonly string[] };
  /** A word for why it was read, where that is asked. */
  readonly purpose?: string | null;
}

/** What decides whether an answer held anything to be written down. */
export interface Reader {
  /** May see class-3 values whole. */
  readonly sensitive: boolean;
}

/** Records of parties that were opened, with the class-3 fields that were shown; null when there were none. */
export const opened = (ids: readonly string[], fields: readonly string[] = []): Reading | null =>
  ids.length === 0 ? null : { way: 'open', fields, of: { entity: 'party', ids } };

/** That people themselves are what was given out. */
export const PARTY = 'party';

export const IDENTIFIER = 'identifier.value';
export const CONTENT = 'attachment.content';
