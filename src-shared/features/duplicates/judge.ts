// The judgement on two parties: every piece of evidence in bits, their sum as a probability, and the band it falls in.
// After Fellegi and Sunter (1969); the weights are estimates of how often records of one person agree and of two people do.

import type { duplicateBands } from '../../catalogue';
import { createWordComparison } from '../../text/word-likeness';
import type { Identity } from './identity';
import { isUniqueScheme, keyEvidence } from './key-evidence';
import { nameEvidence, totalBits } from './name-evidence';
import type { NameStatistics } from './name-statistics';
import type { Evidence } from './reasons';
import { titleEvidence } from './title-evidence';

export type Band = (typeof duplicateBands)[number];

/** In percent, as a site sets them. */
export interface Thresholds {
  readonly likely: number;
  readonly possible: number;
}

export const defaultThresholds: Thresholds = { likely: 95, possible: 60 };

export interface Judgement {
  /** log2 of the odds that the two are one. */
  readonly bits: number;
  /** How sure, in whole percent from 0 to 99: nothing is ever certain. */
  readonly percent: number;
  readonly band: Band | null;
  /** The strongest first. */
  readonly evidence: readonly Evidence[];
}

export interface JudgeOptions {
  readonly statistics: NameStatistics;
  readonly thresholds: Thresholds;
}

export type Judge = (left: Identity, right: Identity) => Judgement;

/**
 * Two parties of different kinds are never one. Where keys contradict each other names are not looked at: the pair is held
 * apart whatever they say.
 */
export function createJudge({ statistics, thresholds }: JudgeOptions): Judge {
  const scales = { statistics, compare: createWordComparison((word) => statistics.isEstablished(word)) };
  const prior = priorBits(statistics.parties);
  return (left, right) => {
    if (left.kind !== right.kind) return apart;
    const keys = keyEvidence(left, right);
    const compareNames = left.kind === 'person' ? nameEvidence : titleEvidence;
    const names = isContradicted(keys) && !isOneNumber(keys) ? [] : compareNames(left.names, right.names, scales);
    const evidence = [...keys, ...names].sort((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
    const agreed = totalBits(keys) + Math.min(totalBits(names), MOST_NAME_BITS);
    const bits = held(evidence, prior + agreed, thresholds);
    const percent = percentOf(bits);
    return { bits, percent, band: bandOf(percent, thresholds), evidence };
  };
}

/**
 * The words of a name are not independent (whole families are called Maria Cristina), so that a name, however long and rare, is
 * worth no more than this: in a large base it takes something else beside it.
 */
const MOST_NAME_BITS = 20;

const apart: Judgement = { bits: -100, percent: 0, band: null, evidence: [] };

/** In a base below this size everybody is as likely to be entered twice as in one of this size. */
const LEAST_PARTIES = 500;
/** One party in four is thought to have a double: registers that were never tidied do. */
const DOUBLES_BITS = 2;

/** Before anything is known: a given pair of so many parties is one person. */
export const priorBits = (parties: number): number => -Math.log2(Math.max(parties, LEAST_PARTIES)) - DOUBLES_BITS;

const percentOf = (bits: number): number => Math.min(99, Math.floor(100 / (1 + 2 ** -bits)));

/** How bits are kept and sorted by: tenths, whole. */
export const weightOf = (bits: number): number => Math.round(bits * 10);

/** The bits at which a threshold is reached. */
export const bitsOf = (percent: number): number => Math.log2(percent / (100 - percent));

export function bandOf(percent: number, { likely, possible }: Thresholds): Band | null {
  if (percent >= likely) return 'likely';
  return percent >= possible ? 'possible' : null;
}

/**
 * Contradiction in what one person has once (given name, birth date, gender, identity number) holds a pair apart: brothers,
 * twins, a father and a son of one name agree in all the rest. With one identity number it stays a question for a person.
 */
function held(evidence: readonly Evidence[], bits: number, { likely, possible }: Thresholds): number {
  if (!isContradicted(evidence)) return bits;
  return Math.min(bits, bitsOf(isOneNumber(evidence) ? likely : possible) - HELD_BITS);
}

const isContradicted = (evidence: readonly Evidence[]): boolean =>
  evidence.some(({ isConflict }) => isConflict === true);

/** The same number of a kind that one person has and no other. */
const isOneNumber = (evidence: readonly Evidence[]): boolean =>
  evidence.some(({ code, scheme }) => code === 'identifier-same' && scheme !== undefined && isUniqueScheme(scheme));

/** Just below a threshold, and far enough to fall to the next whole percent. */
const HELD_BITS = 0.5;
