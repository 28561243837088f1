// What differs from the hours of a usual day, as one list: each line, where it comes from, and the hours without it.

import type { Holiday, OfficeHours } from '@shared/core/office-hours';

export const exceptionKinds = ['season', 'holiday', 'weekday', 'moon'] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

export type HoursException =
  | { readonly kind: 'season'; readonly of: OfficeHours['seasons'][number] }
  | { readonly kind: 'holiday'; readonly of: Holiday }
  | { readonly kind: 'weekday'; readonly of: OfficeHours['weekdays'][number] }
  | { readonly kind: 'moon'; readonly of: OfficeHours['moon'][number] };

export const exceptionsOf = (hours: OfficeHours): HoursException[] => [
  ...hours.weekdays.map((of) => ({ kind: 'weekday' as const, of })),
  ...hours.seasons.map((of) => ({ kind: 'season' as const, of })),
  ...hours.holidays.map((of) => ({ kind: 'holiday' as const, of })),
  ...hours.moon.map((of) => ({ kind: 'moon' as const, of })),
];

/** The hours with a line more; it takes the place of one about the same weekday or month. */
export function withException(hours: OfficeHours, { kind, of }: HoursException): OfficeHours {
  if (kind === 'holiday') return { ...hours, holidays: [...hours.holidays, of] };
  if (kind === 'weekday') {
    return { ...hours, weekdays: [...hours.weekdays.filter(({ weekday }) => weekday !== of.weekday), of] };
  }
  if (kind === 'season') {
    const others = hours.seasons.filter(({ calendar, month }) => calendar !== of.calendar || month !== of.month);
    return { ...hours, seasons: [...others, of] };
  }
  return { ...hours, moon: [...hours.moon.filter(({ year, month }) => year !== of.year || month !== of.month), of] };
}

export const withoutException = (hours: OfficeHours, { of }: HoursException): OfficeHours => ({
  daily: hours.daily,
  weekdays: hours.weekdays.filter((one) => one !== of),
  seasons: hours.seasons.filter((one) => one !== of),
  holidays: hours.holidays.filter((one) => one !== of),
  moon: hours.moon.filter((one) => one !== of),
});
