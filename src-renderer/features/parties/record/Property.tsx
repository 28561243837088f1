// One property of a party in its place, with where it comes from in a merged record.

import type { ReactNode } from 'react';
import { InPlace } from '../../../ui';
import { Origin } from '../merge/origins';
import { usePartyEdit } from './use-party-edit';
import type { Patch } from './use-party-edit';

export interface PropertyProps<Value> {
  readonly label: string;
  /** As the catalogue has it, `entity.field`, where a role may hide it. */
  readonly field?: string;
  /** Who may change it: as any other, or only those who may give the record to somebody. */
  readonly changedBy?: 'write' | 'assign';
  /** Of a merged party: the record this value comes from. */
  readonly source?: string;
  readonly value: Value;
  /** The value for reading; null shows "not set". */
  readonly shown: ReactNode;
  readonly patchOf: (value: Value) => Patch;
  readonly editor: (value: Value, change: (value: Value) => void) => ReactNode;
}

export function Property<Value>(props: PropertyProps<Value>): ReactNode {
  const { label, field, source, patchOf, changedBy = 'write', ...rest } = props;
  const edit = usePartyEdit();
  return (
    <InPlace
      {...rest}
      label={label}
      mark={<Origin partyId={source} />}
      masked={field !== undefined && edit.isMasked(field)}
      changeable={changedBy === 'assign' ? edit.assignable : edit.allowed}
      pending={edit.pending}
      failure={edit.failure}
      save={(value) => edit.save(patchOf(value), label)}
      onClose={edit.clear}
    />
  );
}
