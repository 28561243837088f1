// A part of the page that takes files dropped on it; the window says which zone they fell on.

import type { AttachmentOwner } from '@shared/features/attachments/attachments.contract';
import type { DragEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useEngineEvent } from '../../api';
import { classes, useT } from '../../ui';
import styles from './attachments.module.css';
import type { ChosenFile } from './use-file-jobs';

export const zoneOf = (owner: AttachmentOwner): string =>
  'partyId' in owner ? `party ${owner.partyId}` : `activity ${owner.activityId}`;

export interface DropZoneProps {
  readonly zone: string;
  /** Nothing falls here while it is false. */
  readonly enabled: boolean;
  readonly className?: string;
  readonly children: ReactNode;
  onFiles(files: readonly ChosenFile[]): void;
}

export function DropZone({ zone, enabled, className, children, onFiles }: DropZoneProps): ReactNode {
  const t = useT();
  const [over, setOver] = useState(false);
  useEngineEvent('files-dropped', (dropped) => {
    setOver(false);
    if (enabled && dropped.zone === zone) onFiles(dropped.files);
  });
  if (!enabled) return <div className={className}>{children}</div>;
  return (
    <div
      className={classes(styles.zone, className)}
      data-drop-zone={zone}
      onDragOver={(event) => setOver(isNearest(event) && event.dataTransfer.types.includes('Files'))}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={() => setOver(false)}
    >
      {children}
      {over && (
        <div className={styles.dropHere} aria-hidden="true">
          <span>{t('attachments.drop')}</span>
        </div>
      )}
    </div>
  );
}

/** An activity lies inside the page of a person: only one of the two takes the file. */
const isNearest = ({ target, currentTarget }: DragEvent<HTMLElement>): boolean =>
  target instanceof Element && target.closest('[data-drop-zone]') === currentTarget;
