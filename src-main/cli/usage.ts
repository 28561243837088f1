// The help page.

import { readingPurposes } from '@shared/core/purpose';
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
  ['quality scan [--full]', 'cli.help.quality-scan'],
  ['quality list [--rule RULE] [--severity high|medium|low] [--limit N]', 'cli.help.quality-list'],
  [
    'report forecast [--period 1405-Q1] [--calendar gregory|umalqura|persian] [--pipeline ID] [--owner ID] [--format table|csv]',
    'cli.help.report-forecast',
  ],
  ['forecast snapshot', 'cli.help.forecast-snapshot'],
  ['forecast compare --from DAY [--to DAY] [--period P] [--currency CUR] [--limit N]', 'cli.help.forecast-compare'],
  [
    'forecast adjust --figure commit|best|weighted --delta AMOUNT --currency CUR --reason TEXT [--period P] [--owner ID] [--pipeline ID]',
    'cli.help.forecast-adjust',
  ],
  ['forecast accuracy [--period P] [--currency CUR]', 'cli.help.forecast-accuracy'],
  ['goals list [--period P] [--owner ID]', 'cli.help.goals-list'],
  [
    'goals set --metric won-amount|won-count|activities --target N [--currency CUR] [--owner ID | --unit ID] [--period P]',
    'cli.help.goals-set',
  ],
  ['goals remove ID', 'cli.help.goals-remove'],
  ['products list [TEXT] [--kind good|service|bundle] [--limit N] | products show CODE', 'cli.help.products'],
  ['prices quote CODE[=QUANTITY] … [--party ID] [--book NAME] [--channel C] [--on DAY]', 'cli.help.prices-quote'],
  [
    'leads create (--party ID | --name TEXT [--kind person|organisation] [--phone N] [--email M]) --source S [--interest TEXT] [--amount N] [--owner LOGIN] [--unit ID]',
    'cli.help.leads-create',
  ],
  [
    'leads list [--state S,…] [--owner LOGIN|none] [--unit ID] [--party ID] [--source S] [--response waiting|overdue] [--by received|state-time|score] [--limit N]',
    'cli.help.leads-list',
  ],
  ['leads show ID', 'cli.help.leads-show'],
  ['leads assign ID… [--owner LOGIN|none] [--unit ID|none]', 'cli.help.leads-assign'],
  ['leads contact ID --kind KIND --subject TEXT [--words TEXT] [--to contacted|talks]', 'cli.help.leads-contact'],
  ['leads qualify ID [--pipeline ID] [--title TEXT] [--amount N]', 'cli.help.leads-qualify'],
  ['leads disqualify ID --reason REASON [--words TEXT] | leads reopen ID [--words TEXT]', 'cli.help.leads-disqualify'],
  ['tasks list [--party ID] [--for USER] [--limit N]', 'cli.help.tasks-list'],
  ['tasks add TITLE [--due WHEN] [--kind KIND] [--party ID] [--for USER] [--repeat JSON]', 'cli.help.tasks-add'],
  [
    'tasks done ID [--words TEXT] | tasks move ID [--due WHEN] [--reason TEXT] | tasks drop ID --reason TEXT | tasks reopen ID | tasks assign ID --to USER',
    'cli.help.tasks-change',
  ],
  ['promises add "WHEN WHAT" --party ID [--theirs] [--for USER]', 'cli.help.promises-add'],
  ['promises list [--party ID] [--theirs] [--limit N]', 'cli.help.promises-list'],
  [
    'promises kept ID | promises broken ID --reason TEXT | promises released ID --reason TEXT | promises renegotiate ID --due WHEN [--reason TEXT]',
    'cli.help.promises-change',
  ],
  ['promises standing PARTY', 'cli.help.promises-standing'],
  ['consent list PARTY', 'cli.help.consent-list'],
  [
    'consent record PARTY --purpose P [--channel C,…] [--said given|refused] [--source S] [--brand B] [--evidence TEXT]',
    'cli.help.consent-record',
  ],
  ['consent withdraw PARTY --purpose P [--channel C,…]', 'cli.help.consent-withdraw'],
  ['consent may PARTY --purpose P --channel C [--brand B]', 'cli.help.consent-may'],
  ['suppress add|check NUMBER-OR-MAIL [--reason R]', 'cli.help.suppress'],
  ['suppress list [--limit N]', 'cli.help.suppress-list'],
  ['suppress remove ID', 'cli.help.suppress-remove'],
  ['processing-record --out FILE.html|FILE.csv [--replace]', 'cli.help.processing-record'],
  ['paper --input FILE|- --out FILE|-', 'cli.help.paper'],
  ['erase PARTY [--plan] [--request ID]', 'cli.help.erase'],
  ['access-pack PARTY --out NEW-FOLDER [--lang ar|fa|en]', 'cli.help.access-pack'],
  [
    'import FILE --into parties|activities|relationships|authorities|consents [--mapping FILE | --mapping-name NAME] [--save-mapping NAME] [--dry-run] [--policy create|skip|update|review] [--existing skip|fill-blank|overwrite] [--reject-out FILE] [--alike-out FILE]',
    'cli.help.import',
  ],
  ['import --resume [ID] [--reject-out FILE] [--alike-out FILE]', 'cli.help.import-resume'],
  ['undo OPERATION|IMPORT', 'cli.help.undo'],
  ['attach FILE… --to PARTY_OR_ACTIVITY_ID [--kind KIND] [--label TEXT]', 'cli.help.attach'],
  ['attachments list --for ID [--text TEXT] [--limit N]', 'cli.help.attachments-list'],
  ['attachments save ID --out FILE', 'cli.help.attachments-save'],
  [
    'export (--everything | --list parties|activities|relationships|forecast|ENTITY [--filter JSON|FILE] [--view NAME]) --format csv|xlsx|vcf|ics|jsonl --out PATH [--columns all|shown] [--calendar gregory|umalqura|persian] [--cards 3.0|4.0] [--no-bom] [--replace] [--encrypt-to NAME … | --package-passphrase-file FILE | --plain]',
    'cli.help.export',
  ],
  [
    'export --everything --format exit --out NEW-FOLDER [--encrypt-to NAME … | --package-passphrase-file FILE | --plain]',
    'cli.help.export-exit',
  ],
  [
    'exports recipients | exports add-recipient NAME age1… | exports remove-recipient ID',
    'cli.help.exports-recipients',
  ],
  ['exports receipts [--limit N] | exports verify FILE', 'cli.help.exports-receipts'],
  ['exit-drill [--from PACKAGE [--package-passphrase-file FILE]]', 'cli.help.exit-drill'],
  ['verify [--quick]', 'cli.help.verify'],
  ['audit head', 'cli.help.audit-head'],
  ['audit verify', 'cli.help.audit-verify'],
  ['audit verify FILE [--head HEAD | --backup DIR]', 'cli.help.audit-verify-file'],
  [
    'audit events [--party ID] [--kind changes|readings|refused|unlocks|other] [--purpose P] [--limit N]',
    'cli.help.audit-events',
  ],
  ['access find NUMBER|TELEPHONE|ID', 'cli.help.access-find'],
  ['access break-glass PARTY --reason REASON --words TEXT', 'cli.help.access-break-glass'],
  ['access end', 'cli.help.access-end'],
  ['access emergencies list [--unreviewed] [--month YYYY-MM] [--limit N]', 'cli.help.access-list'],
  ['access emergencies review ID --verdict justified|not-justified [--words TEXT]', 'cli.help.access-review'],
  ['audit export --out FILE [--replace]', 'cli.help.audit-export'],
  ['backup --to DIR', 'cli.help.backup'],
  ['rehearse --from BACKUP', 'cli.help.rehearse'],
  [
    'restore --from BACKUP --base NEW [--as-of 2026-05-05T14:05] [--recovery-code-file FILE | --card-file FILE …]',
    'cli.help.restore',
  ],
  ['salvage --to NEW [--recovery-code-file FILE | --card-file FILE …]', 'cli.help.salvage'],
  ['recover --passphrase-file NEW --recovery-code-file FILE | --card-file FILE …', 'cli.help.recover'],
  ['cards make --need K --of N --out DIR', 'cli.help.cards-make'],
  ['cards confirm --card-file FILE …', 'cli.help.cards-confirm'],
  ['cards list | cards revoke SET', 'cli.help.cards-list'],
  ['approvals list', 'cli.help.approvals-list'],
  ['approvals approve ID | approvals refuse ID | approvals withdraw ID', 'cli.help.approvals-decide'],
  [
    'approvals export-code ID | approvals sign-code CODE|FILE|- | approvals accept-code CODE|FILE|-',
    'cli.help.approvals-codes',
  ],
  ['escrow add --recipient age1… --out FILE', 'cli.help.escrow-add'],
  ['escrow list | escrow remove ID', 'cli.help.escrow-list'],
  ['rotate-keys', 'cli.help.rotate-keys'],
  ['keys classes', 'cli.help.keys-classes'],
  ['keys seal FIELD | keys unseal FIELD | keys renew CLASS', 'cli.help.keys-seal'],
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
    '  --purpose TEXT --approval ID',
    `  --purpose ${readingPurposes.join('|')} [--purpose-words TEXT]`,
    `      ${t('purpose.cli-help')}`,
    t('cli.help.exit'),
  ].join('\n');
}
