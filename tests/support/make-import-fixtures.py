"""Writes the files in tests/import/fixtures: run `python3 tests/support/make-import-fixtures.py` after changing it.

Mail is written by Python's own email and mailbox libraries, so that its encoding is nobody's of this house. Tables are written by
the few lines below after the published descriptions of dBase and FoxPro. Everything is fixed, so that a second run changes nothing.
"""
import email.policy
import mailbox
import os
import struct
from email import charset
from email.header import Header
from email.message import EmailMessage
from email.mime.text import MIMEText
from email.utils import formataddr

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'import', 'fixtures')
os.makedirs(here, exist_ok=True)
at = lambda name: os.path.join(here, name)


def put(name, content):
    with open(at(name), 'wb') as file:
        file.write(content)


def plain(text, coding, transfer, subject, number):
    """One message in a named charset; transfer is charset.QP or charset.BASE64."""
    kind = charset.Charset(coding)
    kind.body_encoding = transfer
    kind.header_encoding = transfer
    message = MIMEText(text, 'plain', kind)
    message['From'] = formataddr(('فاطمة القحطاني', 'fatima@example.com'), kind)
    message['To'] = 'office@diwan.example'
    message['Subject'] = Header(subject, kind)
    message['Date'] = f'Mon, {number:02d} Mar 2026 09:30:00 +0300'
    message['Message-ID'] = f'<{number}.{coding}@example.com>'
    return message


ARABIC = 'السلام عليكم،\nأرجو تأكيد موعد الأحد القادم في الرياض.\nشكرًا جزيلًا لكم على حسن التعاون، ونحن بانتظار ردكم الكريم.\n'
PERSIAN = 'با سلام،\nلطفا وقت معاينه پنجشنبه را تاييد کنيد. پرونده گلستان نزد شماست.\n'.replace('ک', 'ك')

qp = plain(ARABIC, 'windows-1256', charset.QP, 'تأكيد موعد', 1)
put('windows-1256-quoted-printable.eml', qp.as_bytes())
b64 = plain(PERSIAN, 'windows-1256', charset.BASE64, 'تاييد وقت', 2)
put('windows-1256-base64.eml', b64.as_bytes())
utf = plain(ARABIC, 'utf-8', charset.BASE64, 'تأكيد موعد', 3)

many = EmailMessage(policy=email.policy.SMTP)
many['From'] = 'مكتب الوساطة <office@diwan.example>'
many['To'] = 'Ali Reza <ali@example.com>, سارا <sara@example.com>'
many['Cc'] = 'boss@example.com'
many['Subject'] = 'عرض السعر ۱۲۳'
many['Date'] = 'Wed, 04 Mar 2026 07:00:00 +0000'
many['Message-ID'] = '<many@diwan.example>'
many.set_content('العرض في المرفق.\n')
many.add_alternative('<p>العرض <b>في المرفق</b>.</p>', subtype='html')
many.add_attachment(b'%PDF-1.4 nothing', maintype='application', subtype='pdf', filename='عرض السعر.pdf')
for depth, part in enumerate(part for part in many.walk() if part.is_multipart()):
    part.set_boundary(f'=_diwan_{depth}_=')
put('multipart.eml', many.as_bytes())

web = EmailMessage(policy=email.policy.SMTP)
web['From'] = 'news@example.com'
web['To'] = 'office@diwan.example'
web['Subject'] = 'HTML only'
web['Date'] = 'Thu, 05 Mar 2026 10:00:00 +0000'
web.set_content('<html><body><h1>مرحبا</h1><p>سطر أول<br>سطر ثان &amp; أخير</p></body></html>', subtype='html')
put('html-only.eml', web.as_bytes())

path = at('archive.mbox')
if os.path.exists(path):
    os.remove(path)
box = mailbox.mbox(path, create=True)
quoted = EmailMessage()
quoted['From'] = 'ali@example.com'
quoted['To'] = 'office@diwan.example'
quoted['Subject'] = 'A line that begins with From'
quoted['Date'] = 'Fri, 06 Mar 2026 10:00:00 +0000'
quoted['Message-ID'] = '<quoted@example.com>'
quoted.set_content('Before.\n\nFrom here on it is text.\nAfter.\n')
for message in (qp, b64, utf, many, quoted, web):
    entry = mailbox.mboxMessage(message)
    entry.set_from('MAILER-DAEMON Sun Mar  8 08:00:00 2026')
    box.add(entry)
box.close()


def dbf(version, fields, records, language=0, memo_bytes=10):
    """fields: (name, type, length, decimals); records: lists of bytes of exactly those lengths, or None for a deleted one."""
    length = 1 + sum(field[2] for field in fields)
    head = struct.pack('<BBBBIHH', version, 126, 3, 8, len(records), 32 + 32 * len(fields) + 1, length)
    head += bytes(17) + bytes([language]) + bytes(2)
    for name, kind, size, decimals in fields:
        head += name.encode('ascii').ljust(11, b'\0') + kind.encode() + bytes(4) + bytes([size, decimals]) + bytes(14)
    body = b''
    for deleted, values in records:
        body += b'*' if deleted else b' '
        for (name, kind, size, decimals), value in zip(fields, values):
            assert len(value) <= size, (name, value)
            body += value.rjust(size) if kind in 'NFM' and size == 10 or kind == 'N' else value.ljust(size)
    return head + b'\r' + body + b'\x1a'


def fpt(texts, block=64):
    out = b''
    numbers = []
    first = -(-512 // block)
    for text in texts:
        numbers.append(first + len(out) // block)
        entry = struct.pack('>II', 1, len(text)) + text
        out += entry + bytes(-len(entry) % block)
    head = struct.pack('>IHH', first + len(out) // block, 0, block).ljust(first * block, b'\0')
    return head + out, numbers


def dbt3(texts):
    out, numbers = b'', []
    for text in texts:
        numbers.append(1 + len(out) // 512)
        entry = text + b'\x1a\x1a'
        out += entry + bytes(-len(entry) % 512)
    return struct.pack('<I', 1 + len(out) // 512).ljust(16, b'\0') + b'\x03' + bytes(495) + out, numbers


def dbt4(texts, block=512):
    out, numbers = b'', []
    for text in texts:
        numbers.append(1 + len(out) // block)
        entry = b'\xff\xff\x08\x00' + struct.pack('<I', len(text) + 8) + text
        out += entry + bytes(-len(entry) % block)
    head = struct.pack('<I', 1 + len(out) // block) + bytes(16) + struct.pack('<H', block)
    return head.ljust(block, b'\0') + out, numbers


ar = lambda text: text.encode('cp1256')
people = [
    ('GM-0001', 'شركة النور', 'سالم', 'الحربي', '0501234567', 'الرياض', 'عميل قديم منذ ١٩٩٨'.replace('١٩٩٨', '1998')),
    ('GM-0002', '', 'فاطمة', 'القحطاني', '0559876543', 'جدة', 'تفضل الاتصال مساء\r\nولا تحب البريد'),
    ('GM-0003', 'مؤسسة الأمل', 'خالد', 'العتيبي', '0561112222', 'الدمام', ''),
]
notes, numbers = fpt([ar(person[6]) for person in people if person[6]])
numbers.append(None)
contact_fields = [('ACCOUNTNO', 'C', 20, 0), ('COMPANY', 'C', 40, 0), ('CONTACT', 'C', 40, 0), ('LASTNAME', 'C', 15, 0),
                  ('PHONE1', 'C', 25, 0), ('CITY', 'C', 30, 0), ('CREATEBY', 'C', 8, 0), ('CREATEON', 'D', 8, 0),
                  ('NOTES', 'M', 10, 0), ('RECID', 'C', 15, 0)]
put('CONTACT1.DBF', dbf(0xF5, contact_fields, [
    (False, [ar(p[0]), ar(p[1]), ar(f'{p[2]} {p[3]}'), ar(p[3]), ar(p[4]), ar(p[5]), b'AMAL', b'19980412',
                             str(numbers[number]).encode() if numbers[number] else b'', b'R%03d' % number])
    for number, p in enumerate(people)] + [(True, [ar('GM-0009'), b'', ar('محذوف'), b'', b'', b'', b'', b'', b'', b''])]))
put('CONTACT1.FPT', notes)

history = [
    ('AMAL', 'GM-0001', 'CO', '19990105', '09:15', 'COM', 'مكالمة أولى', '00:10:00', 'سأل عن التأمين'),
    ('OLDUSER', 'GM-0001', 'A', '20010714', '14:00', 'COM', 'اجتماع في المكتب', '01:30:00', ''),
    ('AMAL', 'GM-0002', 'CI', '20050320', '18:40', '', 'اتصلت تسأل عن الموعد', '00:05:00', 'أُجلت إلى الأحد'),
    ('HUDA', 'GM-0003', 'MO', '20100901', '08:00', '', 'رسالة ترحيب', '', ''),
    ('HUDA', 'GM-0404', 'T', '20110101', '', '', 'عمل بلا صاحب', '', ''),
]
notes, numbers = fpt([ar(line[8]) for line in history if line[8]], block=33)
queue = iter(numbers)
put('CONTHIST.DBF', dbf(0xF5, [('USERID', 'C', 8, 0), ('ACCOUNTNO', 'C', 20, 0), ('SRECTYPE', 'C', 1, 0), ('RECTYPE', 'C', 10, 0),
                               ('ONDATE', 'D', 8, 0), ('ONTIME', 'C', 5, 0), ('ACTVCODE', 'C', 3, 0), ('RESULTCODE', 'C', 3, 0),
                               ('DURATION', 'C', 8, 0), ('REF', 'C', 65, 0), ('NOTES', 'M', 10, 0), ('RECID', 'C', 15, 0)], [
    (False, [ar(h[0]), ar(h[1]), h[2][:1].encode(), h[2].encode(), h[3].encode(), h[4].encode(), b'', h[5].encode(), h[7].encode(), ar(h[6]),
             str(next(queue)).encode() if h[8] else b'', b'H%03d' % number])
    for number, h in enumerate(history)]))
put('CONTHIST.FPT', notes)

memo, numbers = dbt3(['ملاحظة طويلة\r\nفي سطرين'.encode('cp720'), 'second'.encode('cp720')])
put('dbase3.dbf', dbf(0x83, [('NAME', 'C', 20, 0), ('AGE', 'N', 5, 1), ('MEMBER', 'L', 1, 0), ('BORN', 'D', 8, 0), ('NOTE', 'M', 10, 0)],
                      [(False, ['محمد علي'.encode('cp720'), b'41.5', b'T', b'19840229', str(numbers[0]).encode()]),
                       (False, ['John'.encode('cp720'), b'*****', b'?', b'', str(numbers[1]).encode()])], language=0x8E))
put('dbase3.dbt', memo)
memo, numbers = dbt4([ar('نص من dBase IV')])
put('dbase4.dbf', dbf(0x8B, [('NAME', 'C', 20, 0), ('NOTE', 'M', 10, 0)], [(False, [ar('ليلى حسن'), str(numbers[0]).encode()])], language=0x7E))
put('dbase4.dbt', memo)
