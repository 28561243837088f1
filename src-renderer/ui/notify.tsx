// A short word at the corner after something was done, with the way back: notify({ message, undo }).

import { Notifications, notifications, notificationsStore } from '@mantine/notifications';
import { useDirection } from '@mantine/core';
import { isValidElement, type ReactNode } from 'react';
import { Button } from './Button';
import style from './notify.module.css';
import { useT } from './words';

export interface Notice {
  readonly message: ReactNode;
  /** Shown as a button "Undo". */
  readonly undo?: () => void;
  readonly tone?: 'plain' | 'danger' | 'success';
  /** What it would undo: when that is taken back otherwise, the button goes. */
  readonly about?: string;
}

const SHORT_MS = 6_000;
const WITH_UNDO_MS = 10_000;
/** Notices at a time. */
const SHOWN = 4;

/** What was taken back is not offered to be taken back again. */
export function withdrawUndo(about: string): void {
  notifications.updateState(notificationsStore, (shown) =>
    shown.map((one) => (aboutOf(one) === about ? { ...one, message: wordsOf(one) } : one)),
  );
}

const aboutOf = (one: object): unknown => ('data-about' in one ? one['data-about'] : undefined);
const wordsOf = (one: { message: ReactNode }): ReactNode =>
  isValidElement<{ message?: ReactNode }>(one.message) ? (one.message.props.message ?? one.message) : one.message;

export function notify({ message, undo, about, tone = 'plain' }: Notice): void {
  // The newest is what was just done: it takes the place of the oldest and never waits for it.
  notifications.updateState(notificationsStore, (earlier) => earlier.slice(1 - SHOWN));
  const id = notifications.show({
    message:
      undo === undefined ? message : <WithUndo message={message} undo={() => (notifications.hide(id), undo())} />,
    autoClose: undo === undefined ? SHORT_MS : WITH_UNDO_MS,
    withCloseButton: false,
    classNames: { root: style.notice, description: style.words },
    'data-tone': tone,
    ...(about === undefined ? {} : { 'data-about': about }),
  });
}

function WithUndo({ message, undo }: { readonly message: ReactNode; readonly undo: () => void }): ReactNode {
  const t = useT();
  return (
    <span className={style.line}>
      <span>{message}</span>
      <Button small kind="quiet" onClick={undo}>
        {t('common.undo')}
      </Button>
    </span>
  );
}

/** The corner where notices appear: the end of the page in every language. */
export function NoticeArea(): ReactNode {
  const { dir } = useDirection();
  return (
    <Notifications
      position={dir === 'rtl' ? 'bottom-left' : 'bottom-right'}
      limit={SHOWN}
      transitionDuration={120}
      containerWidth="26rem"
    />
  );
}
