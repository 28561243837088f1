// The khatam, an eight-point star: the mark of Diwan, the seal beside a name, the line drawing where nothing is yet.

import type { ReactNode } from 'react';
import style from './Khatam.module.css';

/** Two squares, one turned by an eighth: the points of the star in a box of 100. */
const SQUARE = 'M18 18H82V82H18Z';
const TURNED = 'M50 4.75 95.25 50 50 95.25 4.75 50Z';

export function KhatamMark({ size = 28 }: { readonly size?: number }): ReactNode {
  return (
    <svg
      viewBox="0 0 100 100"
      style={{ inlineSize: `${size / 16}rem`, blockSize: `${size / 16}rem` }}
      className={style.mark}
      aria-hidden
    >
      <path d={SQUARE} className={style.fill} />
      <path d={TURNED} className={style.fill} />
      <circle cx="50" cy="50" r="17" className={style.seal} />
    </svg>
  );
}

/** The same star drawn thin and woven, for empty places. */
export function KhatamLines({ size = 132 }: { readonly size?: number }): ReactNode {
  return (
    <svg
      viewBox="-10 -10 120 120"
      style={{ inlineSize: `${size / 16}rem`, blockSize: `${size / 16}rem` }}
      className={style.lines}
      aria-hidden
    >
      {[1, 0.78, 0.42].map((scale) => (
        <g key={scale} transform={`translate(50 50) scale(${scale}) translate(-50 -50)`}>
          <path d={SQUARE} className={style.line} />
          <path d={TURNED} className={style.line} />
        </g>
      ))}
      {[0, 45, 90, 135].map((turn) => (
        <path key={turn} d="M50 -6V106" transform={`rotate(${turn} 50 50)`} className={style.hair} />
      ))}
      <circle cx="50" cy="50" r="5.5" className={style.seal} />
    </svg>
  );
}

/** Stands for a person or an organisation without a picture: a star with the first letter. */
export function Avatar({
  name,
  size = 32,
  hue = 'lapis',
}: {
  readonly name: string;
  readonly size?: number;
  readonly hue?: string;
}): ReactNode {
  const letter = [...name.trim().replace(/^(ال|al-)/i, '')][0] ?? '';
  return (
    <span
      className={style.avatar}
      style={{ inlineSize: `${size / 16}rem`, blockSize: `${size / 16}rem`, color: `var(--dw-hue-${hue})` }}
      aria-hidden
    >
      <svg viewBox="0 0 100 100" className={style.avatarStar}>
        <path d={SQUARE} />
        <path d={TURNED} />
      </svg>
      <span className={style.letter} style={{ fontSize: `${(size * 0.4) / 16}rem` }}>
        {letter}
      </span>
    </span>
  );
}
