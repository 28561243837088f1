// What a single-valued field is called, as the page of its party calls it.

import type { ShownField } from '@shared/features/parties/cluster';
import type { MessageId } from '../../../ui';

/** Of an organisation the first day is that of its founding. */
export function fieldWords(field: ShownField, kind: string | undefined): MessageId {
  if (field === 'name') return 'merging.field.name';
  if (field === 'deathOn') return 'record.field.death';
  if (field === 'birth' && kind !== 'person') return 'record.field.founded';
  return `record.field.${field}`;
}
