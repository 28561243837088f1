// Somebody who was erased and is typed again by hand: known by the marks that were kept, told before anything is stored.

import type { privacyContract } from '@shared/features/privacy/privacy.contract';
import { ok } from '@shared/core/result';
import type { ErasureNote } from '../../blobs';
import type { Handlers } from '../../core/context';
import type { ErasedBefore } from '../parties';
import { siteCountry } from '../settings';
import { createErasedCheck, particularsTold } from './marks';

/** `notes`: of the open base, as they are when it is asked. */
export const erasedBefore =
  (notes: () => readonly ErasureNote[]): ErasedBefore =>
  (told, country) => {
    const note = createErasedCheck(notes())(particularsTold(told, country));
    return note === undefined ? undefined : { erasureId: note.id, at: note.at };
  };

export const createReturnHandlers = (
  notes: () => readonly ErasureNote[],
): Pick<Handlers<typeof privacyContract>, 'wasErased'> => ({
  wasErased({ db }, { probe }) {
    const names = probe.names.flatMap(({ text }) => (text === undefined ? [] : [{ text, kind: 'used' as const }]));
    const note = createErasedCheck(notes())(particularsTold({ ...probe, names }, siteCountry(db)));
    return ok({ erased: note === undefined ? null : { erasureId: note.id, at: note.at, mode: note.mode } });
  },
});
