// One activity in a timeline: what it was, in what words, with whom, by whom; and what can be done with it.

import type { ActivityItem } from '@shared/features/activities/activity';
import { IconDots, IconPaperclip, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay } from '../../api';
import { Bidi, IconButton, MaskMark, Menu, MenuItem, useT } from '../../ui';
import { ActivityDrop, ActivityFiles, useAddFiles } from '../attachments';
import { useDone } from '../operations';
import styles from './activities.module.css';
import { activityIcons } from './activity-icons';
import { ActivityEditor } from './ActivityEditor';
import { ActivityMeta } from './ActivityMeta';

export interface ActivityCardProps {
  readonly item: ActivityItem;
  /** Whose page this is; left out of the list of participants. */
  readonly partyId?: string;
  readonly header?: ReactNode;
}

/** Characters after which a body is folded. */
const FOLD_AT = 280;

export function ActivityCard({ item, partyId, header }: ActivityCardProps): ReactNode {
  const t = useT();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const Icon = activityIcons[item.kind];
  return (
    <ActivityDrop activityId={item.id}>
      <article className={styles.card} data-kind={item.kind}>
        <span className={styles.seal} title={t.any(`catalogue.activity.kind.${item.kind}`)}>
          <Icon size={16} stroke={1.7} aria-hidden="true" />
          <span className="dw-said">{t.any(`catalogue.activity.kind.${item.kind}`)}</span>
        </span>
        <div className={styles.content}>
          {header}
          <h3 className={styles.subjectLine}>
            <Bidi>{item.subject}</Bidi>
          </h3>
          {item.body === null && item.hidden.includes('body') ? <MaskMark worded /> : <Body text={item.body} />}
          <ActivityMeta item={item} partyId={partyId} />
          {item.attachments > 0 && <ActivityFiles activityId={item.id} />}
        </div>
        {may('activities.write') && <Actions item={item} onEdit={() => setEditing(true)} />}
        {editing && <ActivityEditor item={item} onClose={() => setEditing(false)} />}
      </article>
    </ActivityDrop>
  );
}

function Body({ text }: { readonly text: string | null }): ReactNode {
  const t = useT();
  const [whole, setWhole] = useState(false);
  if (text === null || text === '') return null;
  const long = text.length > FOLD_AT;
  return (
    <>
      <p className={styles.body}>
        <Bidi>{long && !whole ? `${text.slice(0, FOLD_AT)}…` : text}</Bidi>
      </p>
      {long && (
        <button type="button" className={styles.textButton} aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('activities.lessText') : t('activities.more')}
        </button>
      )}
    </>
  );
}

function Actions({ item, onEdit }: { readonly item: ActivityItem; onEdit(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const may = useMay();
  const remove = useEngineCommand('activities.remove');
  const { choose } = useAddFiles({ activityId: item.id });
  return (
    <Menu
      trigger={
        <IconButton className={styles.actions} small label={t('activities.actions')} aria-haspopup="menu">
          <IconDots size={16} aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
        {t('activities.edit')}
      </MenuItem>
      {may('parties.write') && (
        <MenuItem icon={<IconPaperclip size={16} aria-hidden />} onClick={() => void choose()}>
          {t('activities.attach')}
        </MenuItem>
      )}
      <MenuItem
        icon={<IconTrash size={16} aria-hidden />}
        onClick={async () => done(await remove.run({ id: item.id }), t('activities.removed'))}
      >
        {t('activities.remove')}
      </MenuItem>
    </Menu>
  );
}
