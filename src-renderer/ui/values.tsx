// Numbers, dates and names on the screen. Every one goes through a part here, so that direction, digits and calendar are right everywhere.

import type { Calendar } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { useFormat, useLocaleSettings } from './format';
import type { DateStyle } from './format-rules';
import { PlaceLink } from './navigation';
import { useNow } from './use-now';
import { useT } from './words';

/** A number in the reader's digits; numbers of a column line up. */
export function NumberText({
  value,
  options,
}: {
  readonly value: number;
  readonly options?: Intl.NumberFormatOptions;
}): ReactNode {
  const format = useFormat();
  return (
    <bdi dir="ltr" className="dw-numbers">
      {format.number(value, options)}
    </bdi>
  );
}

/** An amount in minor units of its currency. */
export function MoneyText({
  minor,
  currency,
}: {
  readonly minor: number | string;
  readonly currency: string;
}): ReactNode {
  const format = useFormat();
  return <bdi className="dw-numbers">{format.money(minor, currency)}</bdi>;
}

export interface DateTextProps {
  /** Civil date YYYY-MM-DD, or the year alone of a date that is not seen whole. */
  readonly value: string;
  readonly style?: DateStyle;
  readonly calendar?: Calendar;
  /** Also writes the date in the reader's second calendar, smaller. */
  readonly secondary?: boolean;
}

export function DateText({ value, style, calendar, secondary = false }: DateTextProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const { calendar: own, secondaryCalendar } = useLocaleSettings();
  // A date shown in the second calendar already has the person's first one beside it, never itself again.
  const beside = (calendar ?? own) === secondaryCalendar ? own : secondaryCalendar;
  const second =
    secondary && value.length > 4 && beside !== null && beside !== (calendar ?? own)
      ? format.date(value, { style, calendar: beside })
      : undefined;
  const isForeignYear = value.length === 4 && (calendar ?? own) !== 'gregory';
  return (
    <time dateTime={value} className="dw-numbers">
      <bdi>{format.date(value, { style, calendar })}</bdi>
      {isForeignYear && <bdi className="dw-secondary"> {t('common.calendar-gregory')}</bdi>}
      {second !== undefined && (
        <>
          {' '}
          <bdi className="dw-secondary">{second}</bdi>
        </>
      )}
    </time>
  );
}

export interface InstantTextProps {
  /** Milliseconds UTC. */
  readonly value: number;
  readonly style?: DateStyle;
  readonly time?: boolean;
  /** "3 hours ago", with the full date on hover. */
  readonly relative?: boolean;
}

export function InstantText({ value, style, time = true, relative = false }: InstantTextProps): ReactNode {
  const format = useFormat();
  const now = useNow(relative);
  const full = format.instant(value, { style, time });
  return (
    <time dateTime={new Date(value).toISOString()} className="dw-numbers" title={relative ? full : undefined}>
      <bdi>{relative ? format.relative(value, now) : full}</bdi>
    </time>
  );
}

export interface PartyNameProps {
  readonly name: string;
  /** Makes the name a link to the party's page. */
  readonly id?: string;
}

export function PartyName({ name, id }: PartyNameProps): ReactNode {
  const text = <bdi dir="auto">{name}</bdi>;
  if (id === undefined) return text;
  return (
    <PlaceLink to={{ page: 'party', id }} className="dw-link">
      {text}
    </PlaceLink>
  );
}
