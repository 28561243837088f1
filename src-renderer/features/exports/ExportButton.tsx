// The button that opens the export of what is shown; for those who may.

import { IconTableExport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMay } from '../../api';
import { Button, DirIcon, IconButton, useT } from '../../ui';
import { ExportDialog } from './ExportDialog';
import type { ExportSource } from './export-source';

export interface ExportButtonProps {
  readonly source: ExportSource;
  readonly look?: 'quiet' | 'small' | 'icon';
}

export function ExportButton({ source, look = 'quiet' }: ExportButtonProps): ReactNode {
  const t = useT();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('exports.run')) return null;
  const show = (): void => setOpen(true);
  return (
    <>
      {look === 'icon' ? (
        <IconButton label={t('exports.open')} aria-haspopup="dialog" onClick={show}>
          <DirIcon icon={IconTableExport} size={18} />
        </IconButton>
      ) : (
        <Button
          {...(look === 'small' ? { small: true } : { kind: 'quiet' as const })}
          icon={<DirIcon icon={IconTableExport} size={look === 'small' ? 16 : 18} />}
          aria-haspopup="dialog"
          onClick={show}
        >
          {t('exports.open')}
        </Button>
      )}
      {open && <ExportDialog source={source} onClose={() => setOpen(false)} />}
    </>
  );
}
