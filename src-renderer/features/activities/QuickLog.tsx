// The quick log bar: what it was, one line, and it is saved. Everything else is there but never in the way.

import { activityKinds } from '@shared/catalogue';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import { Button, IconButton, TextField, useT } from '../../ui';
import { PartiesField } from '../search';
import type { PickedParty } from '../search';
import styles from './activities.module.css';
import { KindPicker } from './KindPicker';
import { MayITell } from './MayITell';
import { nextKind } from './quick-log-draft';
import { QuickLogMore } from './QuickLogMore';
import { PromiseHint, wrongWords } from './PromiseHint';
import { useQuickLog } from './use-quick-log';

export interface QuickLogHandle {
  focus(): void;
}

export interface QuickLogProps {
  /** Names the place, so that each keeps its own unfinished line: 'home' or a party's id. */
  readonly place: string;
  /** Who it is about when the bar is empty. */
  readonly parties: readonly PickedParty[];
  /** Asks who first; on a party's page that is known. */
  readonly askWho?: boolean;
  readonly handle?: Ref<QuickLogHandle>;
  onSaved?(): void;
}

export function QuickLog({ place, parties, askWho = false, handle, onSaved }: QuickLogProps): ReactNode {
  const t = useT();
  const log = useQuickLog(place, parties);
  const [open, setOpen] = useState(false);
  // What was typed earlier is shown, wherever in the bar it was typed, until the person folds it away.
  const unfold = useEffectEvent(() => (log.draft.body !== '' || log.draft.when !== '') && setOpen(true));
  useEffect(() => void (log.restored && unfold()), [log.restored, place]);
  const bar = useRef<HTMLFormElement>(null);
  const line = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const note = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const focus = (): void => {
    const who = askWho && log.draft.parties.length === 0 ? bar.current?.querySelector('input') : null;
    (who ?? line.current)?.focus();
  };
  useImperativeHandle(handle, () => ({ focus }));
  const save = async (): Promise<void> => {
    if (!(await log.save())) return;
    setOpen(false);
    onSaved?.();
    focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  const onLineKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) log.change({ kind: nextKind(activityKinds, log.draft.kind, step) });
    else if (event.key === 'Enter' && !event.ctrlKey) {
      setOpen(true);
      requestAnimationFrame(() => note.current?.focus());
    } else return;
    event.preventDefault();
  };
  const wrong = wrongWords(t, log.problem);
  return (
    <>
      <form
        ref={bar}
        className={styles.bar}
        aria-label={t('activities.quick.title')}
        onKeyDown={onKeyDown}
        onSubmit={(event) => event.preventDefault()}
      >
        <KindPicker value={log.draft.kind} onChange={(kind) => log.change({ kind })} />
        {askWho && <WhoFirst log={log} onLeave={() => line.current?.focus()} />}
        <div className={styles.line}>
          <div className={styles.subject}>
            <TextField
              label={t('activities.quick.subjectLabel')}
              hideLabel
              placeholder={t('activities.quick.subject')}
              value={log.draft.subject}
              error={wrong}
              hint={<PromiseHint promise={log.promise} />}
              inputRef={line}
              onKeyDown={onLineKeyDown}
              onChange={(subject) => log.change({ subject })}
            />
          </div>
          <IconButton
            label={open ? t('activities.quick.less') : t('activities.quick.more')}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? <IconChevronUp size={18} aria-hidden /> : <IconChevronDown size={18} aria-hidden />}
          </IconButton>
          <Button kind="primary" pending={log.pending} aria-keyshortcuts="Control+Enter" onClick={() => void save()}>
            {t('activities.quick.save')}
          </Button>
        </div>
        {open && <QuickLogMore log={log} askWho={!askWho} noteRef={note} />}
        {log.restored && <Restored onDiscard={log.discard} />}
      </form>
      <MayITell kind={log.draft.kind} parties={log.draft.parties} />
    </>
  );
}

function WhoFirst({ log, onLeave }: { readonly log: ReturnType<typeof useQuickLog>; onLeave(): void }): ReactNode {
  const t = useT();
  return (
    <div>
      <PartiesField
        label={t('activities.quick.who')}
        placeholder={t('activities.quick.whoHint')}
        value={log.draft.parties}
        onChange={(parties) => log.change({ parties })}
        onLeave={onLeave}
      />
      {log.problem === 'who' && (
        <p className={styles.wrong} role="alert">
          {t('activities.quick.whoMissing')}
        </p>
      )}
    </div>
  );
}

function Restored({ onDiscard }: { onDiscard(): void }): ReactNode {
  const t = useT();
  return (
    <p className={styles.restored}>
      {t('activities.quick.restored')}{' '}
      <Button kind="quiet" small onClick={onDiscard}>
        {t('activities.quick.discard')}
      </Button>
    </p>
  );
}
