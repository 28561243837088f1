// An activity takes files too, dropped on its card.

import type { ReactNode } from 'react';
import { useMay } from '../../api';
import { DropZone, zoneOf } from './drop-zone';
import { useAddFiles } from './use-file-jobs';

export interface ActivityDropProps {
  readonly activityId: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function ActivityDrop({ activityId, className, children }: ActivityDropProps): ReactNode {
  const may = useMay();
  const { add } = useAddFiles({ activityId });
  return (
    <DropZone
      zone={zoneOf({ activityId })}
      enabled={may('parties.write') && may('activities.write')}
      className={className}
      onFiles={(files) => void add(files)}
    >
      {children}
    </DropZone>
  );
}
