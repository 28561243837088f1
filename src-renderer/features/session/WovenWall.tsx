// A wall of woven khatam stars, drawn as a repeating tile: the binding of the register.

import type { ReactNode } from 'react';
import { useId } from 'react';
import style from './GateLayout.module.css';

const TILE = 96;
/** An eight-point star in a tile of 96, and the cross between four stars. */
const STAR =
  'M48 12 58.5 22.6H73.4V37.5L84 48 73.4 58.5V73.4H58.5L48 84 37.5 73.4H22.6V58.5L12 48 22.6 37.5V22.6H37.5Z';
const CROSS = 'M48 12V0M84 48H96M48 84V96M12 48H0M73.4 22.6 96 0M73.4 73.4 96 96M22.6 73.4 0 96M22.6 22.6 0 0';

export function WovenWall(): ReactNode {
  const id = useId();
  return (
    <svg className={style.weave} aria-hidden>
      <defs>
        <pattern id={id} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
          <path d={STAR} className={style.thread} />
          <path d={CROSS} className={style.thread} />
          <path d="M48 30 53.3 42.7 66 48 53.3 53.3 48 66 42.7 53.3 30 48 42.7 42.7Z" className={style.inner} />
          <circle cx="48" cy="48" r="2.6" className={style.knot} />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
