// When two records are one person, and what holds two people apart.
import { describe, expect, it } from 'vitest';
import { identityOf, type IdentitySource } from '@shared/features/duplicates/identity';
import { createJudge, defaultThresholds } from '@shared/features/duplicates/judge';
import { builtInStatistics } from '@shared/features/duplicates/name-statistics';

const judge = createJudge({ statistics: builtInStatistics(20_000), thresholds: defaultThresholds });

interface Facts extends Partial<Omit<IdentitySource, 'names'>> {
  readonly name: string;
  readonly phone?: string;
  readonly id?: string;
}

const identity = ({ name, phone, id, ...rest }: Facts) =>
  identityOf({
    kind: 'person',
    names: [name],
    phones: phone === undefined ? [] : [phone],
    emails: [],
    identifiers: id === undefined ? [] : [{ scheme: 'ir-national-id', normal: id }],
    ...rest,
  });

function judged(left: Facts, right: Facts) {
  const { band, evidence, percent } = judge(identity(left), identity(right));
  return { band, percent, codes: evidence.map(({ code }) => code) };
}

const phone = '+989121234567';
const birthOn = '1985-03-07';

describe('one person', () => {
  it.each([
    ['محمد علی رضائی', 'محمد على رضايي'],
    ['محمد علی رضائی', 'Mohamed Ali Rezaei'],
    ['Mohamed Ali Rezaei', 'Muhammad Aly Rezaee'],
    ['عبد الرحمن القحطاني', 'Abdul Rahman Al Qahtani'],
    ['دکتر حسین زاده محمد', 'محمد حسین‌زاده'],
    ['محمد رضائی', 'lpl] vqhzd'],
  ])('%s and %s with one telephone are likely the same', (left, right) => {
    expect(judged({ name: left, phone }, { name: right, phone }).band).toBe('likely');
  });

  it('is told by why: the telephone, the given name, the family name spelled differently', () => {
    const { codes } = judged({ name: 'محمد رضائی', phone }, { name: 'Mohammad Rezaee', phone });
    expect(codes).toEqual(['phone-same', 'family-spelled', 'given-spelled']);
  });

  it('is found through a birthday with day and month turned round, or written with a Persian year', () => {
    const turned = judged({ name: 'نسرین کاظمی', birthOn }, { name: 'نسرين كاظمي', birthOn: '1985-07-03' });
    expect(turned).toMatchObject({ band: 'likely', codes: expect.arrayContaining(['birth-slip-day-month']) });
    const persian = judged({ name: 'نسرین کاظمی', birthOn }, { name: 'نسرين كاظمي', birthOn: '1363-12-16' });
    expect(persian).toMatchObject({ band: 'likely', codes: expect.arrayContaining(['birth-slip-calendar']) });
  });

  it('with one national number and another birthday is a question, never more than possible', () => {
    const id = '0499370899';
    expect(judged({ name: 'مینا کریمی', id, birthOn }, { name: 'مینا کریمی', id, birthOn: '1990-11-21' }).band).toBe(
      'possible',
    );
  });

  it('is not guessed from a common name alone', () => {
    expect(judged({ name: 'محمد أحمد' }, { name: 'محمد احمد' }).band).toBeNull();
  });

  it('is never certain', () => {
    const facts = { name: 'مینا کریمی', phone, birthOn, id: '0499370899' };
    expect(judged(facts, facts).percent).toBe(99);
  });
});

describe('two people', () => {
  const family = { phone, birthOn: '1985-03-07' };

  it.each([
    ['brothers with the family telephone', { name: 'رضا کریمی', phone }, { name: 'مهدی کریمی', phone }],
    ['twins', { name: 'حسن العتيبي', ...family }, { name: 'حسين العتيبي', ...family }],
    ['twins in two scripts', { name: 'Saad Al-Otaibi', ...family }, { name: 'سعيد العتيبي', ...family }],
    [
      'a father and a son of one name',
      { name: 'علي حسن الحربي', phone, birthOn: '1950-01-20' },
      { name: 'علي حسن الحربي', phone, birthOn: '1979-06-02' },
    ],
    ['a father and his son', { name: 'حسن الحربي', phone }, { name: 'علي حسن الحربي', phone }],
    [
      'a husband and a wife',
      { name: 'نور کریمی', phone, gender: 'male' },
      { name: 'نور کریمی', phone, gender: 'female' },
    ],
    ['Mohammad Ali and Mohammad Reza', { name: 'محمد علی کریمی', phone }, { name: 'محمد رضا کریمی', phone }],
    [
      'namesakes with numbers of their own',
      { name: 'مینا کریمی', phone, id: '0499370899' },
      { name: 'مینا کریمی', phone, id: '0790419904' },
    ],
  ] as const)('%s are held apart', (_, left, right) => {
    expect(judged(left, right).band).toBeNull();
  });

  it('of two kinds are never compared', () => {
    expect(judged({ name: 'شركة النور', kind: 'organisation', phone }, { name: 'نور', phone }).band).toBeNull();
  });
});

describe('an organisation', () => {
  const firm = (name: string) => ({ name, kind: 'organisation' as const, phone });

  it('is known in spite of legal forms and scripts', () => {
    expect(judged(firm('شركة سبهر للتجارة'), firm('سبهر')).band).toBe('likely');
    expect(judged(firm('شرکت سپهر بازرگانی'), firm('شركة الفيصل')).band).toBeNull();
  });
});
