// Files dropped anywhere on the page of a party become its own.

import type { ReactNode } from 'react';
import { useMay } from '../../api';
import { DropZone, zoneOf } from './drop-zone';
import { useAddFiles } from './use-file-jobs';

export interface PartyDropProps {
  readonly partyId: string;
  readonly deleted: boolean;
  readonly className?: string;
  readonly children: ReactNode;
  /** Once files were dropped. */
  readonly onDropped: () => void;
}

export function PartyDrop({ partyId, deleted, className, children, onDropped }: PartyDropProps): ReactNode {
  const may = useMay();
  const { add } = useAddFiles({ partyId });
  return (
    <DropZone
      zone={zoneOf({ partyId })}
      enabled={may('parties.write') && !deleted}
      className={className}
      onFiles={(files) => {
        onDropped();
        void add(files);
      }}
    >
      {children}
    </DropZone>
  );
}
