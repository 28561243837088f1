// What a file is called and what it is: names from outside harm nobody, and a kind is told by content, not by name.
import { describe, expect, it } from 'vitest';
import { cleanFileName, mayRun, partsOf } from '@shared/features/attachments/file-name';
import { imageSize } from '@shared/features/attachments/image-size';
import { mediaTypeOf, previewOf } from '@shared/features/attachments/media-type';

describe('a name from outside', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\amal\\عقد.pdf', 'عقد.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\n.txt', 'ab .txt'],
    ['نامه‌ها.pdf', 'نامه‌ها.pdf'],
    ['con.txt', '_con.txt'],
    ['...', 'file'],
    ['   ', 'file'],
    ['/', 'file'],
    ['.bashrc', 'bashrc'],
    ['what?.txt', 'what .txt'],
  ])('%j becomes %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it('that is endless keeps its ending', () => {
    const name = cleanFileName(`${'س'.repeat(5000)}.pdf`);
    expect([[...name].length, name.endsWith('.pdf')]).toEqual([200, true]);
  });

  it('shows its true ending, and whether opening it would run something', () => {
    expect(partsOf('report.pdf.exe')).toEqual({ stem: 'report.pdf', ending: 'exe' });
    expect(['a.EXE', 'b.docm', 'c.svg', 'd.pdf', 'e.docx', 'f'].map(mayRun)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('what a file is', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  it.each([
    ['\u0089PNG\r\n\u001a\n...', 'image/png', 'image'],
    ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg', 'image'],
    ['RIFF....WEBPVP8 ', 'image/webp', 'image'],
    ['%PDF-1.7', 'application/pdf', null],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'text/plain', 'text'],
    ['MZ\u0090\u0000', 'application/octet-stream', null],
    ['', 'application/octet-stream', null],
  ])('%j is %s', (head, type, preview) => {
    expect([mediaTypeOf(bytes(head)), previewOf(mediaTypeOf(bytes(head)))]).toEqual([type, preview]);
  });

  it('how large an image is, is read without decoding it', () => {
    const png = Buffer.concat([bytes('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'), Buffer.from('0001000000020000', 'hex')]);
    expect(imageSize(png, 'image/png')).toEqual({ width: 65_536, height: 131_072 });
    expect(imageSize(Buffer.from('ffd8ffe000040000ffc000110800100020', 'hex'), 'image/jpeg')).toEqual({
      width: 32,
      height: 16,
    });
    expect(imageSize(Buffer.from('474946383961400030', 'hex'), 'image/gif')).toBeNull();
    expect(imageSize(Buffer.from('47494638396140003000', 'hex'), 'image/gif')).toEqual({ width: 64, height: 48 });
    expect(imageSize(png.subarray(0, 10), 'image/png')).toBeNull();
    expect(imageSize(Buffer.from('ffd8ffff', 'hex'), 'image/jpeg')).toBeNull();
  });
});
