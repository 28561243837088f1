// The clock of the first response: from when a lead was received until the office first turned to them, in the office's working minutes.

import type { leadStates } from '../../catalogue';
import type { WorkingTimes } from '../../core/office-hours';
import { addWorkingMinutes, workingMinutesBefore, workingMinutesBetween } from '../../core/working-time';

export type LeadState = (typeof leadStates)[number];
export const openLeadStates = ['new', 'contacted', 'talks'] as const satisfies readonly LeadState[];
export type OpenLeadState = (typeof openLeadStates)[number];
export const isOpenLead = (state: LeadState): boolean => (openLeadStates as readonly LeadState[]).includes(state);

/** none: it ended before anybody turned to them. */
export const responseStates = ['in-time', 'late', 'waiting', 'overdue', 'none'] as const;
export type ResponseState = (typeof responseStates)[number];

export interface Response {
  readonly state: ResponseState;
  /** When it was or is due, ms UTC. */
  readonly dueAt: number;
  /** Working minutes until it came, whole ones; null while it has not. */
  readonly minutes: number | null;
}

/** What a site says of it: the settings of the site are such. */
export interface ResponseRule extends WorkingTimes {
  readonly leadResponseMinutes: number;
}

interface Timed {
  readonly receivedAt: number;
  readonly respondedAt: number | null;
  readonly state: LeadState;
}

const MINUTE = 60_000;

/** An office that never works is held to the clock on the wall. */
export function responseOf({ receivedAt, respondedAt, state }: Timed, site: ResponseRule, now: number): Response {
  const target = site.leadResponseMinutes;
  const dueAt = addWorkingMinutes(site, receivedAt, target) ?? receivedAt + target * MINUTE;
  if (respondedAt !== null) {
    const minutes = Math.floor(workingMinutesBetween(site, receivedAt, respondedAt));
    return { state: respondedAt <= dueAt ? 'in-time' : 'late', dueAt, minutes };
  }
  if (!isOpenLead(state)) return { state: 'none', dueAt, minutes: null };
  return { state: now <= dueAt ? 'waiting' : 'overdue', dueAt, minutes: null };
}

/** Whatever was received before this and has no response is overdue now. Ms UTC. */
export const overdueSince = (site: ResponseRule, now: number): number =>
  workingMinutesBefore(site, now, site.leadResponseMinutes) ?? now - site.leadResponseMinutes * MINUTE;
