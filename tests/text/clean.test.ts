// What is typed or imported is stored without tricks of direction, and e-mail addresses in one form.
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, isolate, withoutDirectionMarks } from '@shared/text/clean';
import { normaliseEmail } from '@shared/text/email';

describe('a line as stored', () => {
  test.each([
    ['  محمد   علي ', 'محمد علي'],
    ['\u202eexe.fdp\u202c', 'exe.fdp'],
    ['\u200fسارة\u200e', 'سارة'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['علی \u200cرضا\u200c', 'علی رضا'],
    ['\u200cعلی', 'علی'],
    ['می\u200c\u200cروم', 'می\u200cروم'],
    ['Jose\u0301', 'José'],
    ['ا\u0653رش', 'آرش'],
    ['a\tb\nc', 'a b c'],
    ['a\u0000b\u0007', 'ab'],
    ['\ufeffname', 'name'],
    ['a\u00a0b', 'a b'],
    ['', ''],
  ])('%j becomes %j', (raw, stored) => {
    expect(cleanLine(raw)).toBe(stored);
    expect(cleanLine(stored)).toBe(stored);
  });

  test('text of several lines keeps its lines', () => {
    expect(cleanText('one  \r\n  two\u202e\rthree\n\n')).toBe('one\n  two\nthree');
  });

  test('a fenced text is the text between two isolates', () => {
    expect(isolate('سارة')).toBe('\u2068سارة\u2069');
    expect(withoutDirectionMarks(`${isolate('a')}\u200f`)).toBe('a');
  });
});

describe('e-mail address', () => {
  test.each([
    [' Sara.Ahmadi@Example.ORG ', 'Sara.Ahmadi@example.org', 'sara.ahmadi@example.org', true],
    ['mailto:sara@example.org', 'sara@example.org', 'sara@example.org', true],
    ['<sara@example.org>', 'sara@example.org', 'sara@example.org', true],
    ['\u200esara@example.org\u200f', 'sara@example.org', 'sara@example.org', true],
    ['sara۱۲@example.org', 'sara12@example.org', 'sara12@example.org', true],
    ['سارا@مثال.ایران', 'سارا@مثال.ایران', 'سارا@مثال.ایران', true],
    ["o'brien+crm@mail.example.co.uk", "o'brien+crm@mail.example.co.uk", "o'brien+crm@mail.example.co.uk", true],
    ['sara@example', 'sara@example', 'sara@example', false],
    ['sara', 'sara', 'sara', false],
    ['@example.org', '@example.org', '@example.org', false],
    ['a b@example.org', 'a b@example.org', 'a b@example.org', false],
    ['a..b@example.org', 'a..b@example.org', 'a..b@example.org', false],
    ['a@-x.org', 'a@-x.org', 'a@-x.org', false],
    ['', '', '', false],
  ])('%j is kept as %j', (raw, address, key, valid) => {
    expect(normaliseEmail(raw)).toEqual({ address, key, valid });
  });
});
