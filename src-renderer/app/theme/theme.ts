// Mantine dressed in our variables: its parts take every colour, size and radius from tokens.css.

import type { CSSVariablesResolver, MantineColorsTuple, MantineThemeOverride } from '@mantine/core';
import { createTheme } from '@mantine/core';

/** Ten steps of lapis; step 7 carries white text in light, step 4 dark text in dark. */
const lapis: MantineColorsTuple = [
  '#eef3fd',
  '#dce6fa',
  '#b9cdf6',
  '#a2bdfb',
  '#8fb0ff',
  '#6389e0',
  '#4368c6',
  '#2a52b0',
  '#1f3f8f',
  '#172f6c',
];
const danger: MantineColorsTuple = [
  '#fcebe9',
  '#f9d7d4',
  '#f4b3ae',
  '#ffaea6',
  '#ff9d94',
  '#e0665c',
  '#cb4238',
  '#b3261e',
  '#931d16',
  '#741610',
];

export const theme: MantineThemeOverride = createTheme({
  colors: { lapis, danger },
  primaryColor: 'lapis',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: 'var(--dw-font)',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: {
    xs: 'var(--dw-text-xs)',
    sm: 'var(--dw-text-sm)',
    md: 'var(--dw-text-md)',
    lg: 'var(--dw-text-lg)',
    xl: 'var(--dw-text-xl)',
  },
  lineHeights: {
    xs: 'var(--dw-leading)',
    sm: 'var(--dw-leading)',
    md: 'var(--dw-leading)',
    lg: 'var(--dw-leading)',
    xl: 'var(--dw-leading)',
  },
  spacing: { xs: 'var(--dw-2)', sm: 'var(--dw-3)', md: 'var(--dw-4)', lg: 'var(--dw-6)', xl: 'var(--dw-8)' },
  radius: { xs: '2px', sm: 'var(--dw-radius)', md: 'var(--dw-radius)', lg: 'var(--dw-radius-lg)', xl: '1rem' },
  defaultRadius: 'md',
  headings: { fontWeight: '650', fontFamily: 'var(--dw-font)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

const shared = {
  '--mantine-color-body': 'var(--dw-paper)',
  '--mantine-color-text': 'var(--dw-ink)',
  '--mantine-color-dimmed': 'var(--dw-muted)',
  '--mantine-color-placeholder': 'var(--dw-muted)',
  '--mantine-color-error': 'var(--dw-danger)',
  '--mantine-color-anchor': 'var(--dw-lapis-text)',
  '--mantine-color-default': 'var(--dw-card)',
  '--mantine-color-default-hover': 'var(--dw-hover)',
  '--mantine-color-default-color': 'var(--dw-ink)',
  '--mantine-color-default-border': 'var(--dw-control)',
  '--mantine-color-disabled': 'var(--dw-sunken)',
  '--mantine-color-disabled-color': 'var(--dw-muted)',
  '--mantine-color-disabled-border': 'var(--dw-line)',
  '--mantine-primary-color-filled': 'var(--dw-lapis)',
  '--mantine-primary-color-contrast': 'var(--dw-on-lapis)',
  '--mantine-shadow-sm': 'var(--dw-shadow-low)',
  '--mantine-shadow-md': 'var(--dw-shadow)',
  '--mantine-shadow-lg': 'var(--dw-shadow)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
