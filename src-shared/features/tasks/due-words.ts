// When a task is due, in words: the day, and the time of the day where it has one. On the wall of its own zone.

import { formatCivilDate, formatTime, type DateStyle } from '../../locale/dates';
import type { WritingPreferences } from '../../locale/preferences';
import type { Due } from './task';

export function formatDue({ on, minutes, at, zone }: Due, preferences: WritingPreferences, style?: DateStyle): string {
  const day = formatCivilDate(on, preferences, style);
  if (minutes === null) return day;
  const time = formatTime(at, { ...preferences, timeZone: zone });
  return day + (preferences.language === 'en' ? ', ' : '، ') + time;
}
