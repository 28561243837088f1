// Bringing data in from files: look, map, try without writing, run, and if need be take it all back.

import type { ReactNode } from 'react';
import { Page, PageTitle, useT } from '../../ui';
import { EarlierImports } from './EarlierImports';
import { ImportRun } from './ImportRun';
import { ImportWizard } from './ImportWizard';

export interface ImportPageProps {
  /** The import to show; without it the wizard and the earlier ones. */
  readonly id?: string;
}

export function ImportPage({ id }: ImportPageProps): ReactNode {
  const t = useT();
  if (id !== undefined) return <ImportRun key={id} id={id} />;
  return (
    <Page>
      <PageTitle detail={t('import.subtitle')}>{t('import.title')}</PageTitle>
      <ImportWizard />
      <EarlierImports />
    </Page>
  );
}
