// Numbers of documents: how they are written, and which slips are noticed when one is read out.
import { describe, expect, it } from 'vitest';
import { allSeries, formatDocumentNumber, readDocumentNumber } from '@shared/features/numbers/document-number';

const number = { series: '7K', counter: 42 };
const written = formatDocumentNumber(number);

describe('a number of a document', () => {
  it('is read again as it was written, in any digits and with any marks between', () => {
    expect(written).toMatch(/^7K-00042-\d$/);
    for (const text of [
      written,
      written.toLowerCase(),
      written.replaceAll('-', ''),
      ` ${written.replaceAll('-', ' ')} `,
    ])
      expect(readDocumentNumber(text), text).toEqual(number);
    const arabic = written.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);
    expect(readDocumentNumber(arabic)).toEqual(number);
    expect(readDocumentNumber(formatDocumentNumber({ series: '9Y', counter: 1_234_567 }))).toEqual({
      series: '9Y',
      counter: 1_234_567,
    });
  });

  it('shows every single wrong digit, and every two neighbours that were exchanged', () => {
    const places = [...written].flatMap((sign, place) => (/\d/.test(sign) && place > 0 ? [place] : []));
    for (const place of places)
      for (const digit of '0123456789') {
        if (digit === written[place]) continue;
        const slipped = written.slice(0, place) + digit + written.slice(place + 1);
        expect(readDocumentNumber(slipped), slipped).toBe('wrong');
      }
    const other = formatDocumentNumber({ series: '7K', counter: 12_345 });
    for (let place = 3; place < 7; place += 1) {
      const slipped = other.slice(0, place) + other[place + 1]! + other[place]! + other.slice(place + 2);
      expect(readDocumentNumber(slipped), slipped).toBe('wrong');
    }
  });

  it('is none where a series is unknown, nothing was counted, or it is too short', () => {
    for (const text of ['', '0K-00042-3', '7B-00042-3', 'hello', '7K', '7K-0'])
      expect(readDocumentNumber(text), text).toBeNull();
    expect(new Set(allSeries).size).toBe(allSeries.length);
  });
});
