// What the options of the command line are, once read.
// Every option that a command of the command line may be given, as it was read.

export type Language = 'ar' | 'fa' | 'en';

export interface Options {
  readonly base?: string | undefined;
  readonly user?: string | undefined;
  readonly passphraseFile?: string | undefined;
  /** Of a file that leaves the base encrypted. */
  readonly packagePassphraseFile?: string | undefined;
  /** Names, ids or keys of the register of recipients. */
  readonly encryptTo: readonly string[];
  readonly plain: boolean;
  readonly recoveryOut?: string | undefined;
  readonly recoveryCodeFile?: string | undefined;
  /** One for each card, in any order. */
  readonly cardFiles: readonly string[];
  readonly recipient?: string | undefined;
  /** The request that was approved. */
  readonly approval?: string | undefined;
  /** A file or folder that must not hold it yet. */
  readonly out?: string | undefined;
  readonly need?: number | undefined;
  readonly of?: number | undefined;
  readonly json: boolean;
  readonly language: Language;
  /** Only when it was named. */
  readonly namedLanguage?: Language | undefined;
  readonly sample: boolean;
  readonly stdin: boolean;
  readonly dryRun: boolean;
  readonly resume: boolean;
  readonly quick: boolean;
  readonly full: boolean;
  /** Tell what would be done, and do nothing. */
  readonly plan: boolean;
  /** Id of a privacy request. */
  readonly request?: string | undefined;
  readonly input?: string | undefined;
  readonly into?: string | undefined;
  readonly mapping?: string | undefined;
  readonly mappingName?: string | undefined;
  readonly saveMapping?: string | undefined;
  readonly policy?: string | undefined;
  readonly existing?: string | undefined;
  readonly rejectedOut?: string | undefined;
  readonly alikeOut?: string | undefined;
  readonly to?: string | undefined;
  readonly from?: string | undefined;
  readonly forId?: string | undefined;
  readonly text?: string | undefined;
  readonly kind?: string | undefined;
  readonly label?: string | undefined;
  /** ms UTC; not a number when the text is no time. */
  readonly asOf?: number | undefined;
  readonly country?: string | undefined;
  readonly band?: string | undefined;
  readonly everything: boolean;
  readonly list?: string | undefined;
  readonly filter?: string | undefined;
  readonly view?: string | undefined;
  readonly columns?: string | undefined;
  readonly format?: string | undefined;
  readonly calendar?: string | undefined;
  readonly cards?: string | undefined;
  readonly noMark: boolean;
  readonly replace: boolean;
  /** Of the log, as it was printed. */
  readonly head?: string | undefined;
  /** A backup that remembers a head of the log. */
  readonly backup?: string | undefined;
  readonly party?: string | undefined;
  readonly rule?: string | undefined;
  readonly severity?: string | undefined;
  /** Of consent, of a request for approval, or of a look. */
  readonly purpose?: string | undefined;
  readonly purposeWords?: string | undefined;
  readonly channel?: string | undefined;
  /** Name or id of a price book. */
  readonly book?: string | undefined;
  /** YYYY-MM-DD. */
  readonly on?: string | undefined;
  readonly brand?: string | undefined;
  readonly said?: string | undefined;
  readonly source?: string | undefined;
  readonly evidence?: string | undefined;
  readonly reason?: string | undefined;
  /** What somebody has to say about it. */
  readonly words?: string | undefined;
  readonly verdict?: string | undefined;
  /** YYYY-MM. */
  readonly month?: string | undefined;
  readonly unreviewed: boolean;
  /** Of somebody who is written down. */
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** What somebody wants. */
  readonly interest?: string | undefined;
  readonly title?: string | undefined;
  /** Minor units. */
  readonly amount?: number | undefined;
  readonly state?: string | undefined;
  readonly response?: string | undefined;
  readonly by?: string | undefined;
  readonly subject?: string | undefined;
  /** A fiscal year, quarter or month. */
  readonly period?: string | undefined;
  readonly pipeline?: string | undefined;
  readonly owner?: string | undefined;
  readonly unit?: string | undefined;
  readonly currency?: string | undefined;
  readonly figure?: string | undefined;
  readonly delta?: string | undefined;
  readonly metric?: string | undefined;
  readonly target?: string | undefined;
  /** Until when, in words. */
  readonly due?: string | undefined;
  /** A promise of the other side. */
  readonly theirs: boolean;
  /** How it comes back, as JSON. */
  readonly repeat?: string | undefined;
  readonly limit?: number | undefined;
  readonly parties?: number | undefined;
  readonly activities?: number | undefined;
  readonly seed?: number | undefined;
}
