// Days and hours of work, and the names of days and months as each language's stories use them.

import type { DateBook } from '../dates';
import type { Script } from '../types';

/** Days by their number in the week, Sunday 0. Friday closes everywhere, Saturday among the Gulf offices, Thursday in Iran. */
const closed: Readonly<Record<Script, readonly number[]>> = { arabic: [5, 6], persian: [4, 5], latin: [5, 6] };

const dayNames: Readonly<Record<Script, readonly string[]>> = {
  arabic: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  persian: ['یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه'],
  latin: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const monthNames: Readonly<Record<Script, readonly string[]>> = {
  arabic: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
  persian: ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'],
  latin: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** 1920-01-01, day 0 of the date book, was a Thursday. */
const weekday = (day: number): number => (day + 4) % 7;

/** The day itself if the office works, else the next day it does. */
export function workingDay(day: number, script: Script): number {
  let next = day;
  while (closed[script].includes(weekday(next))) next++;
  return next;
}

export const dayName = (day: number, script: Script): string => dayNames[script][weekday(day)]!;

export function monthName(dates: DateBook, day: number, script: Script): string {
  const { month } = dates.parts(day, script === 'persian' ? 'persian' : 'gregory');
  return monthNames[script][month - 1]!;
}
