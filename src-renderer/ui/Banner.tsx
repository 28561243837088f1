// What must be seen before anything else: a line across the page, with what can be done about it.

import type { ReactNode } from 'react';
import style from './Banner.module.css';

export interface BannerProps {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function Banner({ children, action }: BannerProps): ReactNode {
  return (
    <section className={style.banner} role="alert">
      <p>{children}</p>
      {action}
    </section>
  );
}
