### What the kiosk says, in Arabic. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = المسوا الشاشة لاستكشاف مدينتكم
attract-summary = شاشة معلومات { $city }. { $headline }
attract-pause = إيقاف مؤقت
attract-play = تشغيل

## Greetings on the home screen
greeting-morning = صباح الخير.
greeting-afternoon = طاب نهاركم.
greeting-evening = مساء الخير.
home-question = عمّ تبحثون؟
home-around = حولكم الآن
home-nothing-around = لا يوجد مكان مفتوح قريب الآن.

## The doors of the home screen, and the titles of their screens
places = ابحثوا عن مكان
places-hint = معالم، حدائق، دورات مياه
events = الفعاليات
# $count: how many events take place today
events-today-count = { $count ->
    [0] اطّلعوا على الفعاليات القادمة
    [zero] { $count } فعالية اليوم
    [one] { $count } فعالية اليوم
    [two] فعاليتان اليوم ({ $count })
    [few] { $count } فعاليات اليوم
    [many] { $count } فعالية اليوم
   *[other] { $count } فعالية اليوم
}
services = خدمات المدينة
services-hint = مكتبات، سكن، تصاريح
offers = عروض قريبة
offers-hint = مقاهٍ ومتاجر حولكم

## Action bar and status strip
home = الرئيسية
back = رجوع
language = اللغة
settings = العرض
help = مساعدة
more = المزيد
page-next = الصفحة التالية
page-previous = الصفحة السابقة
# $page, $pages: numbers
page-of = صفحة { $page } من { $pages }

## Lists
filter-all = الكل
filter-today = اليوم
filter-weekend = نهاية هذا الأسبوع
filter-free = مجاني
filter-children = للأطفال
filter-near = قريب من هنا
filter-label = عرض
nothing-found = لا شيء هنا الآن
nothing-found-hint = جرّبوا خيارًا آخر في الأعلى أو ارجعوا.
free = مجاني
sample = مثال
sample-note = مثال غير حقيقي يبيّن كيف ستظهر العروض.
machine-draft = ترجمة آلية لم يراجعها شخص بعد.
only-in-language = متاح بهذه اللغة فقط: { $language }.

## Kinds of places
place-landmark = معالم
place-museum = متاحف
place-library = مكتبات
place-park = حدائق
place-restroom = دورات مياه
place-station = محطات
place-venue = ملاعب وصالات
place-market = أسواق
place-theatre = مسارح وموسيقى
place-civic = مكاتب المدينة
place-beach = شواطئ
place-school = مدارس
place-hospital = مستشفيات
place-shelter = ملاجئ
place-food = طعام

## Kinds of events
event-music = موسيقى
event-art = فن
event-film = سينما
event-market = سوق
event-sport = رياضة
event-games = ألعاب ٢٠٢٨
event-festival = مهرجان
event-tour = جولة
event-talk = محاضرة
event-civic = المدينة
event-family = عائلة
event-holiday = عطلة

## Kinds of offers
offer-food = طعام
offer-coffee = قهوة
offer-shop = تسوّق
offer-books = كتب
offer-culture = ثقافة
offer-wellness = صحة وعافية
offer-service = خدمات

## Groups of service pages
service-streets = الشوارع
service-waste = النفايات والتدوير
service-housing = السكن
service-health = الصحة
service-library = المكتبة
service-parks = الحدائق
service-transport = التنقّل
service-safety = السلامة
service-permits = التصاريح
service-voting = التصويت
service-internet = الإنترنت
service-animals = الحيوانات
service-work = العمل

## Details
section-about = نبذة
section-hours = مواعيد الفتح
section-access = سهولة الوصول
section-steps = ما يجب فعله
section-eligibility = لمن هذه الخدمة
section-cost = التكلفة
section-walk-in = الحضور شخصيًا إلى
section-terms = الشروط
section-more-dates = مواعيد أخرى
section-events-here = فعاليات هنا
access-unknown = غير معروف بعد. اسألوا المكان قبل الاعتماد عليه.
access-step-free = بلا درجات
access-partly-step-free = بلا درجات جزئيًا
access-steps = توجد درجات
access-accessible-restroom = دورة مياه لذوي الإعاقة
access-elevator = مصعد
access-accessible-parking = موقف لذوي الإعاقة
access-assistive-listening = أجهزة مساعدة للسمع
access-sign-language = لغة الإشارة
access-audio-description = وصف صوتي
access-tactile-paving = رصف لمسي للمكفوفين
access-quiet = مكان هادئ
# $distance is a formatted distance such as “400 ft”
distance-away = على بُعد { $distance }
distance-walk = نحو { $minutes } سيرًا
you-are-here = أنتم هنا
valid-until = صالح حتى { $date }
valid-always = صالح حتى إشعار آخر
phone-label = اتصلوا على { $phone }
all-day = طوال اليوم

## Where something lies, seen from a person who looks at the screen
direction-ahead = إلى الأمام، خلف هذه الشاشة
direction-ahead-right = أمامكم إلى اليمين
direction-right = إلى يمينكم
direction-behind-right = خلفكم إلى اليمين
direction-behind = خلفكم
direction-behind-left = خلفكم إلى اليسار
direction-left = إلى يساركم
direction-ahead-left = أمامكم إلى اليسار

## Opening hours
open-until = مفتوح حتى { $time }
open-always = مفتوح دائمًا
closed-now = مغلق الآن
closed-until = مغلق، يفتح: { $when }
hours-unknown = تحققوا من المواعيد قبل الذهاب
closed-day = مغلق

## Hand-over to a phone
take-with-you = للفتح على هاتفكم
take-event = امسحوا الرمز لإضافة هذه الفعالية إلى تقويمكم. المعلومات في الرمز نفسه: بلا تطبيق وبلا تتبّع.
take-place = امسحوا الرمز لفتح هذا المكان في خريطتكم. الموقع في الرمز نفسه: بلا تطبيق وبلا تتبّع.
qr-label = رمز للمسح بكاميرا الهاتف

## Language screen
language-title = اختاروا لغتكم

## Display settings
settings-title = العرض
settings-text-size = حجم النص
settings-theme = الألوان
theme-dark = داكن
theme-light = فاتح
theme-contrast = تباين عالٍ
settings-reach = أسفل على الشاشة
settings-reach-hint = يجعل كل شيء في متناول مستخدم الكرسي المتحرك
settings-motion = حركة أقل
settings-motion-hint = بلا صور منزلقة أو متلاشية
on = تشغيل
off = إيقاف
settings-reset = العودة إلى الوضع العادي

## End of the visit
timeout-title = هل ما زلتم هنا؟
# $count: seconds left
timeout-body = { $count ->
    [zero] تنتهي هذه الزيارة بعد { $count } ثانية. لا يُحفظ شيء مما فعلتموه هنا.
    [one] تنتهي هذه الزيارة بعد { $count } ثانية. لا يُحفظ شيء مما فعلتموه هنا.
    [two] تنتهي هذه الزيارة بعد ثانيتين ({ $count }). لا يُحفظ شيء مما فعلتموه هنا.
    [few] تنتهي هذه الزيارة بعد { $count } ثوانٍ. لا يُحفظ شيء مما فعلتموه هنا.
    [many] تنتهي هذه الزيارة بعد { $count } ثانية. لا يُحفظ شيء مما فعلتموه هنا.
   *[other] تنتهي هذه الزيارة بعد { $count } ثانية. لا يُحفظ شيء مما فعلتموه هنا.
}
timeout-stay = ما زلت هنا
timeout-end = انتهيت
end-visit = إنهاء الزيارة

## Help
help-title = مساعدة
help-what = هذه شاشة مجانية لمعلومات المدينة. المسوا بطاقة لفتحها، واستخدموا الشريط في الأسفل للرجوع أو تغيير اللغة أو تكبير النص.
help-call = لأي خدمة من خدمات المدينة، اتصلوا على { $phone } من أي هاتف.
help-privacy-title = خصوصيتكم
help-privacy = لا توجد كاميرا في هذه الشاشة، ولا تحفظ شيئًا من زيارتكم: عند مغادرتكم تعود إلى حالتها الأولى.
help-where = أنتم في: { $place }.
help-kiosk = اسم هذه الشاشة: { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = غير متصل
offline-body = لا تصل التحديثات إلى هذه الشاشة الآن. ما ترونه جرى تحديثه { $ago }.
stale-title = ليست محدّثة
stale-body = آخر تحديث: { $ago }. ربما تغيّرت الأوقات والتواريخ.
empty-title = يجري إعداد هذه الشاشة
empty-body = ستعرض معلومات المدينة فور وصولها. لأي خدمة من خدمات المدينة، اتصلوا على 311.
error-title = حدث خطأ ما
error-body = يُعاد تشغيل هذه الشاشة. لأي خدمة من خدمات المدينة، اتصلوا على 311.
record-gone = لم تعد هذه الصفحة متاحة
record-gone-hint = حدّثت المدينة معلوماتها. ارجعوا لرؤية الجديد.

## The screen that shows in an emergency, and a test of it
alert-kicker = حالة طوارئ · { $city }
alert-continue = متابعة
alert-test-title = اختبار شاشة الطوارئ
alert-test-body = هذا مجرد اختبار. لا داعي لفعل أي شيء.
