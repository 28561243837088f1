// What must be seen before anything else: a line across the page, with what can be done about it.

import type { ReactNode } from 'react';
import style from './Banner.module.css';

export interface BannerProps {
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** danger: something is going on that must end. */
  readonly tone?: 'notice' | 'danger';
}

export function Banner({ children, action, tone = 'notice' }: BannerProps): ReactNode {
  return (
    <section className={style.banner} data-tone={tone} role="alert">
      <p>{children}</p>
      {action}
    </section>
  );
}
