// What lately happened with the hand-made people: threads a receptionist can follow, told in days before the present one.

import { instantOfDay } from '../dates';
import type { ActivityInput } from '../types';
import type { OfficeBuilder } from './builder';
import type { SampleActivity } from './types';

/** kind, < or >, days ago, HH:MM local, minutes | people | author | subject | body | outcome */
const arabic = `
visit 210 09:40 25 | fatima, haddad | amal | كشف دوري لدى د. ليلى حداد | كشف دوري في عيادة الياسمين. طُلبت تحاليل ومراجعة بعد أسبوعين. | موعد مراجعة
message> 208 10:05 | fatima | amal | نتائج المختبر جاهزة | النتائج جاهزة، وموعد المراجعة يوم الأحد الساعة ٩:٣٠. | وصلت الرسالة
visit 120 17:10 20 | salem, fatima, doctor-arabic-1 | amal | تطعيم سالم | أُعطيت الجرعة دون أعراض بحضور الأم، وحُدثت بطاقة التطعيم. | الجرعة القادمة بعد سنة
call< 16 10:20 4 | fatima | amal | شكوى انتظار طويل | انتظار خمس وثلاثين دقيقة مع طفل صائم. طُلب تنظيم دخول الأطفال. | فتح متابعة
note 15 09:00 | fatima, salem | amal | متابعة شكوى الانتظار | أُبلغت د. ليلى، ويجري تخصيص فترة للأطفال بعد العصر. | -
call> 14 11:30 6 | fatima, salem | amal | نتيجة الشكوى وموعد بديل | شُكرت على ملاحظتها، وحُجز موعد سالم في فترة الأطفال الجديدة. | تم الحجز
message> 3 12:00 | fatima | amal | تذكير بموعد سالم | نذكركم بموعد سالم لدى د. ريم الخياط في عيادة الياسمين، الساعة ٤:٣٠ عصرا. | وصلت الرسالة
meeting 365 13:00 30 | hind, khalid | samar | توقيع الوثيقة P-204417 | جُددت الباقة العائلية بعد مراجعة الاستثناءات، مع إضافة تغطية الأسنان. | جُددت لسنة
letter< 70 09:15 | hind | samar | مطالبة أسنان C-40217 | فاتورتان من مركز النخيل الطبي بقيمة ١٬٨٥٠ ريال. | قيد الفحص
call> 68 15:00 5 | khalid, hind | samar | استكمال مستندات C-40217 | ينقص التقرير المختوم. وعد خالد بإرساله مع السائق. | وعد بالإرسال
letter> 60 10:00 | hind | samar | قرار المطالبة C-40217 | الموافقة على صرف ١٬٦٥٠ ريال بعد خصم التحمل. | تمت الموافقة
message> 9 09:30 | hind | samar | قرب انتهاء الوثيقة P-204417 | تنتهي وثيقتكم قريبا، ويسعدنا ترتيب لقاء لمراجعة التغطية. | تم الاطلاع
call< 33 18:05 7 | yousef | reem | استفسار عن باقة فردية | سمع عن الخدمة من أخته هند. طلب أسعار الباقة الفردية. | إرسال عرض
letter> 31 11:00 | yousef | reem | عرض الباقة الفردية | عرض بقسط سنوي ٢٬٤٠٠ ريال، صالح حتى نهاية الشهر القادم. | بانتظار الرد
meeting 45 16:30 50 | haddad, clinic-a, clinic-b | mona | توزيع أيام د. ليلى بين العيادتين | الاثنين والأربعاء في مركز النخيل، وبقية الأيام في عيادة الياسمين. | اتفاق
message< 12 20:10 | haddad | amal | فترة الأطفال بعد العصر | الموافقة على تخصيص الفترة من الرابعة إلى السادسة للأطفال ابتداء من الأسبوع القادم. | عُدل الجدول
message> 40 10:40 | noor, noor-manager | tariq | أمر توريد PO-5120 | قفازات فحص ومحاليل مختبر لمركز النخيل، خلال عشرة أيام. | أُرسل
visit 29 11:15 30 | noor, clinic-b | tariq | استلام PO-5120 | وصلت الشحنة ناقصة صندوق محاليل. وُقع محضر الاستلام. | استلام جزئي
call> 28 09:20 6 | noor-manager, noor | tariq | صندوق ناقص في PO-5120 | وُعد بإرسال الصندوق مع دفعة الأحد دون رسوم نقل. | وعد بالإرسال
meeting 20 14:00 60 | noor, noor-manager, insurance | samar | تجديد التأمين الجماعي لشركة النور | روجعت نسبة المطالبات، وطُلبت مقاصة جزئية مع فواتير التوريد. | إعداد عرض
letter> 11 10:30 | noor | samar | عرض تجديد التأمين الجماعي | عرض لأربعين موظفا بقسط ثابت، مع بيان المقاصة المقترحة. | بانتظار الرد
`;

const persian = `
visit 160 18:20 30 | rezaei, doctor-persian-0 | omid | ویزیت آقای رضائی | معاینه دوره‌ای در درمانگاه قصردشت. آزمایش خون درخواست شد. | منتظر جواب
message> 157 11:00 | rezaei | omid | جواب آزمایش آماده است | جواب آماده است؛ نوبت گفتگو با دکتر نادری روز یکشنبه ساعت ۱۸. | پیام رسید
visit 26 16:00 40 | rezaei, zahra | omid | دیدار در منزل برای تمدید بیمه | فرم تمدید بیمه‌نامه P-118830 همراه همسرشان بررسی شد. از گرانی حق بیمه گله داشتند. | پیشنهاد تازه لازم است
note 26 19:00 | rezaei | omid | خطر از دست رفتن بیمه‌شده | اگر تخفیف خانواده داده نشود تمدید نمی‌کند. به آقای کاویانی گفته شد. | -
call> 19 17:15 9 | rezaei | hossein | پیشنهاد تخفیف خانواده | هشت درصد تخفیف با پرداخت سه قسط پیشنهاد شد. تا آخر هفته فکر می‌کند. | پیگیری پایان هفته
meeting 90 10:30 60 | sepehr-vanak, sepehr | hossein | بیمه گروهی کارکنان شعبه ونک | نیاز شصت و دو کارمند و خانواده‌ها بررسی شد. پیشنهاد کتبی خواستند. | تهیه پیشنهاد
letter> 83 09:00 | sepehr-vanak | hossein | پیشنهاد بیمه گروهی شعبه ونک | دو گزینه با سقف و بی‌سقف دندان‌پزشکی، اعتبار یک ماه. | منتظر پاسخ
call< 61 12:10 11 | sepehr-vanak | babak | پرسش درباره پوشش خانواده | پرسیدند آیا پدر و مادر کارکنان هم پوشش دارند. پاسخ کتبی فرستاده می‌شود. | ارسال پاسخ
visit 24 09:30 90 | sepehr-vanak | omid | روز سلامت در شعبه ونک | سی و یک نفر سنجش شدند. رئیس شعبه راضی بود و نسخه گزارش خواست. | رضایت رئیس شعبه
call> 6 10:00 7 | sepehr-vanak, sepehr | hossein | پیگیری تصمیم بیمه گروهی | پرونده در ستاد بانک است. هفته آینده نتیجه گفته می‌شود. | پیگیری هفته آینده
`;

/** Riyadh keeps UTC+3, Shiraz UTC+3:30. */
const OFFSET_MINUTES = { arabic: 180, persian: 210 } as const;
const MINUTE = 60_000;
const HEAD = /^(\w+)([<>]?) (\d+) (\d\d):(\d\d)(?: (\d+))?$/;

export function handMadeHistory(builder: OfficeBuilder): SampleActivity[] {
  return [...linesOf(arabic, builder, OFFSET_MINUTES.arabic), ...linesOf(persian, builder, OFFSET_MINUTES.persian)];
}

function linesOf(text: string, { today }: OfficeBuilder, offset: number): SampleActivity[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [head = '', people = '', author = '', subject = '', body = '', outcome = ''] = line
        .split('|')
        .map((part) => part.trim());
      const found = HEAD.exec(head);
      if (found === null) throw new Error(`not an activity: ${line}`);
      const [, kind, arrow, ago, hour, minute, minutes] = found;
      const local = instantOfDay(today - Number(ago)) + (Number(hour) * 60 + Number(minute)) * MINUTE;
      const draft: ActivityInput = {
        kind: kind as ActivityInput['kind'],
        direction: arrow === '<' ? 'incoming' : arrow === '>' ? 'outgoing' : null,
        subject,
        body,
        at: local - offset * MINUTE,
        durationMinutes: minutes === undefined ? null : Number(minutes),
        outcome: outcome === '-' ? null : outcome,
        place: null,
      };
      return { draft, partyKeys: people.split(',').map((key) => key.trim()), authorKey: author };
    });
}
