// What a merge would show, before anybody decides: both sides field by field, what comes along, and what speaks against it.

import type { z } from 'zod';
import { shownFields, type ShownChoices, type ShownField } from '@shared/features/parties/cluster';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import type { MergePreview, MergeSide } from '@shared/features/parties/merging';
import type { Actor } from '../../access';
import type { ReadDb } from '../../db';
import { countActivities } from '../activities';
import { countAttachments } from '../attachments';
import type { Cluster } from '../clusters';
import { gathered } from './member-facts';
import { mergeWarningsOf, type Side } from './merge-warnings';
import { selectSureNumbers } from './party-identifiers.sql';
import { partyRecord } from './party-record';
import * as statements from './parties.sql';
import { survivorAmong, survivorOf } from './survivor';

export function mergePreview(
  db: ReadDb,
  actor: Actor,
  { into, others }: { readonly into: Cluster; readonly others: readonly Cluster[] },
): z.infer<typeof MergePreview> {
  const sides = [into, ...others].map((cluster) => sideOf(db, actor, cluster));
  return {
    sides: sides.map((side) => cardOf(db, actor, side)),
    fields: fieldsOf(sides, [into, ...others]),
    warnings: mergeWarningsOf(sides, (side) => sureNumbers(db, side)),
  };
}

/** Identity numbers that their published rule finds valid, for comparing; what is shown of them is masked by the record. */
const sureNumbers = (db: ReadDb, { survivor }: Side): { id: string; normal: string }[] =>
  gathered(db, survivor.members, selectSureNumbers).flatMap(({ id, scheme, value }) => {
    const { verdict, normalised } = checkIdentifier(scheme, value);
    return verdict === 'valid' ? [{ id, normal: normalised }] : [];
  });

function sideOf(db: ReadDb, actor: Actor, { rootId }: Cluster): Side {
  const root = db.first(statements.selectParty({ id: rootId }))!;
  return { root, survivor: survivorOf(db, root), record: partyRecord(db, root) };
}

function cardOf(db: ReadDb, actor: Actor, { root, survivor, record }: Side): MergeSide {
  const ids = survivor.members.map(({ id }) => id);
  const nothing = { value: 0, capped: false };
  return {
    id: root.id,
    kind: root.kind,
    name: root.display_name,
    createdAt: root.created_at,
    records: ids.length,
    values: {
      language: record.language,
      owner: record.owner,
      gender: record.gender,
      birth: record.birth,
      deathOn: record.deathOn,
      nationality: record.nationality,
      legalForm: record.legalForm,
      industry: record.industry,
      groupKind: record.groupKind,
      note: record.note,
    },
    counts: {
      names: record.names.length,
      contactPoints: record.contactPoints.length,
      addresses: record.addresses.length,
      identifiers: record.identifiers.length,
      roles: record.roles.length,
      relationships: record.relationships.length,
      occasions: record.occasions.length,
      preferences: record.preferences.length,
      needs: record.needs.length,
      valueDrivers: record.valueDrivers.length,
      attachments: countAttachments(db, ids),
      activities: actor.can('activities.read') ? countActivities(db, ids) : nothing,
    },
  };
}

/** The field as the merged page would show it, by the same rule that the page goes by. */
function fieldsOf(sides: readonly Side[], clusters: readonly Cluster[]): z.infer<typeof MergePreview>['fields'] {
  const choices = clusters
    .flatMap((cluster) => cluster.links)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .map((link) => JSON.parse(link.choices) as ShownChoices);
  const merged = survivorAmong(
    sides.flatMap((side) => side.survivor.members),
    choices,
  );
  return shownFields.flatMap((field) => {
    const values = sides.map((side) => valueOf(side, field));
    const present = values.filter((value) => value !== null);
    if (present.length === 0) return [];
    const sources = sides.map((side) => side.survivor.sources[field] ?? side.root.id);
    const differs = new Set(present).size > 1;
    return [{ field, differs, sources, shown: merged.sources[field] ?? sources[0]! }];
  });
}

function valueOf({ root, survivor: { party } }: Side, field: ShownField): string | null {
  const values: Readonly<Record<ShownField, string | null>> = {
    name: root.display_name,
    language: party.language,
    owner: party.owner_id,
    gender: party.gender,
    birth: party.birth_on,
    deathOn: party.death_on,
    nationality: party.nationality,
    legalForm: party.legal_form,
    industry: party.industry,
    groupKind: party.group_kind,
    note: party.note,
  };
  return values[field];
}
