"""Writes tests/import/fixtures/attachments.mbox and, beside it, what is in it: run after changing it.

The messages are written by Python's own libraries, and each content is known before it is written: what our reader gives is compared
with neither its own nor anybody's reading. Everything is fixed, so that a second run changes nothing.
"""
import base64
import binascii
import email.policy
import hashlib
import io
import json
import os
import quopri
from email import encoders
from email.header import Header
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'import', 'fixtures')
PDF = b'%PDF-1.7\n' + bytes(range(256)) * 40
PNG = b'\x89PNG\r\n\x1a\n' + bytes(reversed(range(256))) * 3
SHEET = 'الاسم,المبلغ\r\nسالم,123 = 3\r\nنهاية '.encode('cp1256')
messages, expected = [], []


def head(message, number, subject, sender='fatima@example.com'):
    message['From'] = sender
    message['To'] = 'office@diwan.example'
    message['Subject'] = Header(subject, 'utf-8').encode()
    message['Date'] = f'Mon, {number:02d} Mar 2026 09:30:00 +0300'
    message['Message-ID'] = f'<attached-{number}@example.com>'
    return message


def keep(message, *files):
    """files: (name, content), content None for one that must be refused."""
    raw = message if isinstance(message, bytes) else message.as_bytes()
    messages.append(raw.replace(b'\r\n', b'\n'))
    expected.append(
        [
            {'name': name, 'damaged': True}
            if content is None
            else {'name': name, 'bytes': len(content), 'digest': hashlib.sha256(content).hexdigest()}
            for name, content in files
        ]
    )


def part(content, encode=encoders.encode_base64, kind=('application', 'octet-stream')):
    made = MIMEBase(*kind)
    made.set_payload(content)
    encode(made)
    return made


def mixed(*parts):
    message = MIMEMultipart('mixed', boundary='=_diwan_mixed_=')
    message.attach(MIMEText('النص', 'plain', 'utf-8'))
    for one in parts:
        message.attach(one)
    return message


# 1 A name in Windows-1256 as RFC 2231 writes it.
one = part(PDF, kind=('application', 'pdf'))
one.add_header('Content-Disposition', 'attachment', filename=('windows-1256', 'ar', 'تقرير طبي.pdf'))
keep(head(mixed(one), 1, 'تقرير'), ('تقرير طبي.pdf', PDF))

# 2 A long Persian name in sections.
long_name = 'قرارداد اجاره‌نامه‌ی ساختمان شماره‌ی سه، خیابان گلستان، واحد دوازدهم، نسخه‌ی نهایی.pdf'
two = EmailMessage(policy=email.policy.SMTP)
head(two, 2, 'قرارداد')
two.set_content('پیوست')
two.add_attachment(PDF + b'2', maintype='application', subtype='pdf', filename=long_name)
two.set_boundary('=_diwan_two_=')
keep(two, (long_name, PDF + b'2'))

# 3 As Outlook wrote names for years: an encoded word in quotes; the content in quoted-printable.
def quoted(made):
    body = made.get_payload(decode=True).replace(b'\r\n', b'\n')
    made.set_payload(quopri.encodestring(body, quotetabs=True).decode('ascii'))
    made['Content-Transfer-Encoding'] = 'quoted-printable'


three = part(SHEET, quoted, ('text', 'csv'))
word = Header('جدول المبالغ.csv', 'windows-1256').encode()
three.add_header('Content-Disposition', 'attachment')
three.replace_header('Content-Disposition', f'attachment; filename="{word}"')
keep(head(mixed(three), 3, 'جدول'), ('جدول المبالغ.csv', SHEET))

# 4 Forwarded within the text, with a file of its own; and the same kept whole as a file.
inner = head(mixed(one), 20, 'الأصل', 'other@example.com')
inner.set_boundary('=_diwan_inner_=')
whole = MIMEMessage(head(MIMEText('words of another\n', 'plain'), 21, 'Original', 'other@example.com'))
whole.add_header('Content-Disposition', 'attachment', filename='الرسالة الأصلية.eml')
whole_bytes = whole.get_payload(0).as_bytes()
keep(head(mixed(MIMEMessage(inner), whole), 4, 'Fwd'), ('تقرير طبي.pdf', PDF), ('الرسالة الأصلية.eml', whole_bytes.replace(b'\n', b'\r\n')))


# 5 uuencode: as a transfer encoding, and in the middle of a text as before there was MIME.
def uu(content, name):
    lines = [binascii.b2a_uu(content[at : at + 45]) for at in range(0, len(content), 45)]
    return b'begin 644 ' + name + b'\n' + b''.join(lines) + b'`\nend\n'


def uuencoded(made):
    made.set_payload(uu(made.get_payload(decode=True), b'x').decode('ascii'))
    made['Content-Transfer-Encoding'] = 'x-uuencode'


five = part(PNG, uuencoded, ('image', 'png'))
five.add_header('Content-Disposition', 'attachment', filename='logo.png')
keep(head(mixed(five), 5, 'uu'), ('logo.png', PNG))
old = b'From: ali@example.com\nTo: office@diwan.example\nDate: Fri, 06 Mar 2026 10:00:00 +0000\nSubject: old\nMessage-ID: <attached-6@example.com>\n\nBefore it.\n\nbegin the day with a smile\nbegin 644 is how it starts\n\n'
keep(old + uu(PNG, 'صورة.png'.encode('cp1256')) + b'\nAfter it.\n', ('صورة.png', PNG))

# 7 A name in bare bytes of Windows-1256, and a picture of the text without any name.
seven = mixed(part(PNG + b'7', kind=('image', 'png')), part(PDF + b'7', kind=('application', 'pdf')))
bare = head(seven, 7, 'bare').as_bytes().replace(
    b'Content-Type: application/pdf', 'Content-Type: application/pdf; name="فاتورة رقم 7.pdf"'.encode('cp1256')
)
keep(bare, ('image.png', PNG + b'7'), ('فاتورة رقم 7.pdf', PDF + b'7'))

# 8 Broken: letters that are none in base64, base64 with one letter too many, uuencode without its end; a whole one between them.
eight = head(
    mixed(part(PNG + b'8a'), part(PNG + b'8b'), part(PNG + b'8c'), part(PNG + b'8d', uuencoded)), 8, 'broken'
).as_bytes()
coded = [base64.encodebytes(PNG + end).decode().strip().encode() for end in (b'8a', b'8b', b'8c')]
assert all(piece in eight for piece in coded)
eight = eight.replace(coded[0], coded[0][:40] + b'\xc7\xe1*' + coded[0][40:])
eight = eight.replace(coded[2], coded[2].rstrip(b'=') + (b'A' * ((5 - len(coded[2].replace(b'\n', b'').rstrip(b'='))) % 4)))
eight = eight.replace(b'`\nend\n', b'')
keep(eight, ('file', None), ('file', PNG + b'8b'), ('file', None), ('file', None))

# 9 Cut off in the middle of a file, as a full disk leaves it: nothing tells what is missing, and what is there is kept.
nine = head(mixed(part(PDF + b'9')), 9, 'cut').as_bytes()
cut = nine[: nine.index(b'JVBERi0') + 77 * 4]
keep(cut, ('file', base64.b64decode(b''.join(cut[cut.index(b'JVBERi0') :].split()))))

box = io.BytesIO()
for raw in messages:
    lines = [b'>' + line if line.lstrip(b'>').startswith(b'From ') else line for line in raw.split(b'\n')]
    box.write(b'From MAILER-DAEMON Sun Mar  8 08:00:00 2026\n' + b'\n'.join(lines).rstrip(b'\n') + b'\n\n')
with open(os.path.join(here, 'attachments.mbox'), 'wb') as file:
    file.write(box.getvalue())
with open(os.path.join(here, 'attachments.json'), 'w', encoding='utf-8') as file:
    json.dump(expected, file, ensure_ascii=False, indent=2)
    file.write('\n')
