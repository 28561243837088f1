// What somebody may be told of rules and wishes: only what is said of fields that they see whole.

import { entityOf } from '@shared/catalogue';
import type { Condition } from '@shared/features/quality/rule';
import { seesWhole, type Actor } from '../../access';

/** Whether somebody sees whole what conditions test: of what is hidden from them they would be told what is not so. */
export const isJudgeable = (actor: Actor, conditions: readonly Condition[]): boolean =>
  actor.seesEverything || conditions.every(({ of, where }) => where.every(({ field }) => seesWhole(actor, of, field)));

/** Whether conditions ask for records that hold something of class 3, such as identity numbers: that there is none tells of it, too. */
export const isOfSensitive = (conditions: readonly Condition[]): boolean =>
  conditions.some(({ of }) =>
    Object.values(entityOf(of).fields).some(({ privacy, type }) => privacy === 3 && type !== 'json'),
  );
