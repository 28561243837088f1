// The written states of every list and page: nothing yet, an error, still coming.

import { Loader, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCopy } from '@tabler/icons-react';
import type { Failure } from '@shared/core/result';
import type { ReactNode } from 'react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { appClient, purposeAskedBy } from '../api';
import { Button } from './Button';
import { Ltr } from './bidi';
import { KhatamLines } from './Khatam';
import style from './states.module.css';
import { failureWords } from './failure-words';
import { useT } from './words';

/** Something is being done whose end cannot be told; words beside it say what. */
export const Spinner = (): ReactNode => <Loader size="sm" aria-hidden />;

export interface EmptyStateProps {
  /** One sentence: why there is nothing here. */
  readonly title: string;
  readonly detail?: ReactNode;
  /** The one thing to do about it. */
  readonly action?: ReactNode;
  readonly small?: boolean;
}

export function EmptyState({ title, detail, action, small = false }: EmptyStateProps): ReactNode {
  return (
    <div className={style.state} data-small={small}>
      <KhatamLines size={small ? 72 : 132} />
      <p className={style.title}>{title}</p>
      {detail !== undefined && <p className={style.detail}>{detail}</p>}
      {action}
    </div>
  );
}

export interface ErrorStateProps {
  readonly error: Failure;
  readonly onRetry?: () => void;
  /** In a form or a panel: one line with an icon instead of a page. */
  readonly inline?: boolean;
}

/** Not on the lock screen, and seldom elsewhere. */
const PurposeQuestion = lazy(async () => ({ default: (await import('./PurposeQuestion')).PurposeQuestion }));

/** What happened, what is safe, what to do; and the code, to read out to whoever helps. What is held until it is said what for is a question. */
export function ErrorState({ error, onRetry, inline = false }: ErrorStateProps): ReactNode {
  const t = useT();
  const question = purposeAskedBy(error);
  if (question !== null)
    return (
      <Suspense>
        <PurposeQuestion question={question} inline={inline} onSaid={() => onRetry?.()} />
      </Suspense>
    );
  return (
    <div className={inline ? style.inline : style.state} role="alert">
      <IconAlertTriangle className={style.warning} size={inline ? '1.25rem' : '2.5rem'} stroke={1.5} aria-hidden />
      <div className={inline ? style.inlineText : undefined}>
        <p className={inline ? undefined : style.title}>{failureWords(t, error)}</p>
        <div className={style.codeLine}>
          <Code code={error.code} reference={referenceOf(error)} />
          {onRetry !== undefined && (
            <Button small kind="quiet" onClick={onRetry}>
              {t('common.try-again')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function Code({ code, reference }: { readonly code: string; readonly reference?: string }): ReactNode {
  const t = useT();
  const text = reference === undefined ? code : `${code} · ${reference}`;
  return (
    <button
      type="button"
      className={style.code}
      onClick={() => void appClient.copyText({ text })}
      title={t('common.copy-code')}
    >
      <span className="dw-said">{t('common.copy-code')}</span>
      <Ltr>{text}</Ltr>
      <IconCopy size="0.9rem" stroke={1.6} aria-hidden />
    </button>
  );
}

function referenceOf(error: Failure): string | undefined {
  const reference = error.details?.['reference'];
  return typeof reference === 'string' ? reference : undefined;
}

const SKELETON_AFTER_MS = 150;

export interface LoadingStateProps {
  /** Lines to draw. */
  readonly lines?: number;
}

/** Grey lines, but only when the answer takes longer than an eye would notice. */
export function LoadingState({ lines = 5 }: LoadingStateProps): ReactNode {
  const t = useT();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), SKELETON_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className={style.loading} role="status" aria-busy="true">
      {late && <span className="dw-said">{t('common.loading')}</span>}
      {late &&
        Array.from({ length: lines }, (_, index) => (
          <Skeleton key={index} height={14} width={`${92 - ((index * 17) % 40)}%`} radius="sm" />
        ))}
    </div>
  );
}
