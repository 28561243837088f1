// One light: a shape that is told apart without its colour, and the word beside it.

import type { Light } from '@shared/features/authority/situation';
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../ui';
import styles from './authority.module.css';

const icons = { green: IconCircleCheckFilled, amber: IconAlertTriangleFilled, red: IconHandStop } as const;

export interface LightMarkProps {
  readonly light: Light;
  /** What it is about, for whoever cannot see where it stands. */
  readonly label: string;
  readonly large?: boolean;
}

export function LightMark({ light, label, large = false }: LightMarkProps): ReactNode {
  const t = useT();
  const Icon = icons[light];
  if (!large)
    return (
      <span className={styles.light} data-light={light} title={label} role="img" aria-label={label}>
        <Icon size="1rem" aria-hidden />
      </span>
    );
  return (
    <span className={styles.largeLight} data-light={light} title={label}>
      <Icon size="1.4rem" aria-hidden />
      <strong>{t(`authority.light.${light}`)}</strong>
    </span>
  );
}
