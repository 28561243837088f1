// The help page.

import { createTranslator } from '@shared/locale/translate';

const lines: readonly (readonly [syntax: string, message: string])[] = [
  [
    'init --base DIR --user NAME --passphrase-file FILE --recovery-out FILE [--sample] [--language ar|fa|en] [--country CC]',
    'cli.help.init',
  ],
  ['generate --parties N --activities N [--seed S]', 'cli.help.generate'],
  ['operations', 'cli.help.operations'],
  ['call OPERATION --input FILE|-', 'cli.help.call'],
  ['call --stdin', 'cli.help.call-stdin'],
  ['search TEXT [--limit N]', 'cli.help.search'],
  ['duplicates scan [--full]', 'cli.help.duplicates-scan'],
  ['duplicates list [--band likely|possible] [--limit N]', 'cli.help.duplicates-list'],
  [
    'import FILE --into parties|activities|relationships [--mapping FILE | --mapping-name NAME] [--save-mapping NAME] [--dry-run] [--policy create|skip|update|review] [--existing skip|fill-blank|overwrite] [--reject-out FILE]',
    'cli.help.import',
  ],
  ['verify [--quick]', 'cli.help.verify'],
  ['backup --to DIR', 'cli.help.backup'],
  ['rehearse --from BACKUP', 'cli.help.rehearse'],
  ['restore --from BACKUP --base NEW [--as-of 2026-05-05T14:05]', 'cli.help.restore'],
  ['salvage --to NEW', 'cli.help.salvage'],
  ['version', 'cli.help.version'],
];

export function usage(language: 'ar' | 'fa' | 'en'): string {
  const t = createTranslator(language);
  const body = lines.map(([syntax, message]) => `  diwan ${syntax}\n      ${t(message)}`);
  return [
    t('cli.help.title'),
    ...body,
    t('cli.help.common'),
    '  --base DIR --user NAME --passphrase-file FILE --json --lang ar|fa|en',
    t('cli.help.exit'),
  ].join('\n');
}
