// What lies over the page: a dialog, a question before something is taken away, a drawer at the end edge. Esc closes the top one.

import { Drawer as MantineDrawer, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useDirection } from '@mantine/core';
import { Button } from './Button';
import style from './overlays.module.css';
import { useT } from './words';

export interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** Buttons at the foot. */
  readonly footer?: ReactNode;
  /** Left by its own buttons only: what it shows is not shown again. */
  readonly held?: boolean;
}

/** The head of a dialog is no banner of the page. */
const noBanner = { header: { role: 'presentation' } };

const widths = { small: '26rem', medium: '36rem', large: '52rem' } as const;

export function Dialog(props: DialogProps): ReactNode {
  const { opened, onClose, title, children, size = 'medium', footer, held = false } = props;
  const t = useT();
  return (
    <Modal
      withCloseButton={!held}
      closeOnEscape={!held}
      closeOnClickOutside={!held}
      opened={opened}
      onClose={onClose}
      title={title}
      size={widths[size]}
      centered={size === 'small'}
      yOffset="8dvh"
      transitionProps={{ duration: 120, transition: 'fade' }}
      overlayProps={{ className: style.overlay }}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      attributes={noBanner}
      classNames={{ content: style.content, header: style.header, title: style.title, body: style.body }}
    >
      {children}
      {footer !== undefined && <div className={style.footer}>{footer}</div>}
    </Modal>
  );
}

export interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly danger?: boolean;
  readonly pending?: boolean;
}

export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { opened, onClose, title, children, confirm, onConfirm, danger = false, pending } = props;
  const t = useT();
  const footer = (
    <>
      <Button onClick={onClose} autoFocus>
        {t('common.cancel')}
      </Button>
      <Button kind={danger ? 'danger' : 'primary'} onClick={onConfirm} pending={pending}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size="small" footer={footer}>
      {children}
    </Dialog>
  );
}

export interface BareDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Read out; nothing shows it. */
  readonly label: string;
  readonly className: string | undefined;
  readonly overlayClassName: string | undefined;
  readonly children: ReactNode;
}

/** A dialog without head or foot, near the top of the window; it holds nothing while it is closed. */
export function BareDialog(props: BareDialogProps): ReactNode {
  const { opened, onClose, label, className, overlayClassName, children } = props;
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size="40rem"
      yOffset="10dvh"
      transitionProps={{ duration: 0 }}
      classNames={{ content: className ?? '' }}
    >
      <Modal.Overlay className={overlayClassName} />
      <Modal.Content aria-label={label}>{opened && children}</Modal.Content>
    </Modal.Root>
  );
}

export interface DrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** Comes in from the end edge: the far side from the rail in every language. */
export function Drawer({ opened, onClose, title, children, wide = false }: DrawerProps): ReactNode {
  const t = useT();
  const { dir } = useDirection();
  const id = useId();
  return (
    <MantineDrawer
      opened={opened}
      onClose={onClose}
      title={<span id={id}>{title}</span>}
      position={dir === 'rtl' ? 'left' : 'right'}
      size={wide ? '36rem' : '24rem'}
      transitionProps={{ duration: 120 }}
      overlayProps={{ className: style.overlay }}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      attributes={noBanner}
      classNames={{ content: style.drawer, header: style.header, title: style.title, body: style.body }}
    >
      {children}
    </MantineDrawer>
  );
}
