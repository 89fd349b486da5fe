### What the kiosk says, in Persian. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = برای گشت در شهر لمس کنید
attract-summary = صفحهٔ اطلاعات { $city }. { $headline }
attract-pause = مکث
attract-play = پخش

## Greetings on the home screen
greeting-morning = صبح بخیر.
greeting-afternoon = روز بخیر.
greeting-evening = عصر بخیر.
home-question = دنبال چه می‌گردید؟
home-around = اکنون در اطراف شما
home-nothing-around = اکنون جایی در این نزدیکی باز نیست.

## The doors of the home screen, and the titles of their screens
places = یافتن مکان
places-hint = دیدنی‌ها، پارک‌ها، سرویس بهداشتی
events = رویدادها
# $count: how many events take place today
events-today-count = { $count ->
    [0] رویدادهای آینده را ببینید
    [one] { $count } رویداد امروز
   *[other] { $count } رویداد امروز
}
services = خدمات شهری
services-hint = کتابخانه، مسکن، مجوز
offers = پیشنهادهای نزدیک
offers-hint = کافه‌ها و مغازه‌های اطراف شما

## Action bar and status strip
home = خانه
back = بازگشت
language = زبان
settings = نمایش
help = راهنما
more = بیشتر
page-next = صفحهٔ بعد
page-previous = صفحهٔ قبل
# $page, $pages: numbers
page-of = صفحهٔ { $page } از { $pages }

## Lists
filter-all = همه
filter-today = امروز
filter-weekend = این آخر هفته
filter-free = رایگان
filter-children = برای کودکان
filter-near = همین نزدیکی
filter-label = نمایش
nothing-found = اکنون چیزی در اینجا نیست
nothing-found-hint = گزینهٔ دیگری را در بالا امتحان کنید یا بازگردید.
free = رایگان
sample = نمونه
sample-note = نمونه‌ای ساختگی است و نشان می‌دهد پیشنهادها چگونه خواهند بود.
machine-draft = ترجمهٔ ماشینی؛ هنوز کسی آن را بررسی نکرده است.
only-in-language = تنها به این زبان موجود است: { $language }.

## Kinds of places
place-landmark = دیدنی‌ها
place-museum = موزه‌ها
place-library = کتابخانه‌ها
place-park = پارک‌ها
place-restroom = سرویس‌های بهداشتی
place-station = ایستگاه‌ها
place-venue = ورزشگاه‌ها و سالن‌ها
place-market = بازارها
place-theatre = تئاتر و موسیقی
place-civic = اداره‌های شهر
place-beach = ساحل‌ها
place-school = مدرسه‌ها
place-hospital = بیمارستان‌ها
place-shelter = سرپناه‌ها
place-food = غذا

## Kinds of events
event-music = موسیقی
event-art = هنر
event-film = فیلم
event-market = بازار
event-sport = ورزش
event-games = بازی‌های ۲۰۲۸
event-festival = جشنواره
event-tour = گشت
event-talk = گفت‌وگو
event-civic = شهر
event-family = خانواده
event-holiday = تعطیلات

## Kinds of offers
offer-food = غذا
offer-coffee = قهوه
offer-shop = خرید
offer-books = کتاب
offer-culture = فرهنگ
offer-wellness = تندرستی
offer-service = خدمات

## Groups of service pages
service-streets = خیابان‌ها
service-waste = زباله و بازیافت
service-housing = مسکن
service-health = سلامت
service-library = کتابخانه
service-parks = پارک‌ها
service-transport = رفت‌وآمد
service-safety = ایمنی
service-permits = مجوزها
service-voting = رأی‌گیری
service-internet = اینترنت
service-animals = حیوانات
service-work = کار

## Details
section-about = درباره
section-hours = ساعت‌های باز بودن
section-access = دسترس‌پذیری
section-steps = چه باید کرد
section-eligibility = برای چه کسانی
section-cost = هزینه
section-walk-in = مراجعهٔ حضوری
section-terms = شرایط
section-more-dates = تاریخ‌های دیگر
section-events-here = رویدادهای اینجا
access-unknown = هنوز معلوم نیست. پیش از رفتن، از آنجا بپرسید.
access-step-free = بدون پله
access-partly-step-free = تا حدی بدون پله
access-steps = پله دارد
access-accessible-restroom = سرویس بهداشتی دسترس‌پذیر
access-elevator = آسانسور
access-accessible-parking = پارکینگ دسترس‌پذیر
access-assistive-listening = کمک‌شنوایی
access-sign-language = زبان اشاره
access-audio-description = توصیف صوتی
access-tactile-paving = مسیر برجستهٔ نابینایان
access-quiet = فضای آرام
# $distance is a formatted distance such as “400 ft”
distance-away = در فاصلهٔ { $distance }
distance-walk = حدود { $minutes } پیاده
you-are-here = شما اینجا هستید
valid-until = معتبر تا { $date }
valid-always = معتبر تا اطلاع بعدی
phone-label = تماس با { $phone }
all-day = تمام روز

## Where something lies, seen from a person who looks at the screen
direction-ahead = روبه‌رو، پشت این صفحه
direction-ahead-right = روبه‌رو، سمت راست
direction-right = سمت راست شما
direction-behind-right = پشت سر، سمت راست
direction-behind = پشت سر شما
direction-behind-left = پشت سر، سمت چپ
direction-left = سمت چپ شما
direction-ahead-left = روبه‌رو، سمت چپ

## Opening hours
open-until = باز تا { $time }
open-always = همیشه باز
closed-now = اکنون بسته است
closed-until = بسته؛ باز می‌شود: { $when }
hours-unknown = پیش از رفتن، ساعت‌ها را بررسی کنید
closed-day = بسته

## Hand-over to a phone
take-with-you = در تلفن خود باز کنید
take-event = اسکن کنید تا این رویداد به تقویم شما افزوده شود. اطلاعات در خود کد است: بدون برنامه، بدون ردیابی.
take-place = اسکن کنید تا این مکان در نقشهٔ شما باز شود. موقعیت در خود کد است: بدون برنامه، بدون ردیابی.
qr-label = کد برای اسکن با دوربین تلفن

## Language screen
language-title = زبان خود را انتخاب کنید

## Display settings
settings-title = نمایش
settings-text-size = اندازهٔ متن
settings-theme = رنگ‌ها
theme-dark = تیره
theme-light = روشن
theme-contrast = کنتراست بالا
settings-reach = پایین‌تر روی صفحه
settings-reach-hint = همه‌چیز را در دسترس از روی ویلچر قرار می‌دهد
settings-motion = حرکت کمتر
settings-motion-hint = بدون لغزش یا محو شدن تصویرها
on = روشن
off = خاموش
settings-reset = بازگشت به حالت عادی

## End of the visit
timeout-title = هنوز اینجا هستید؟
# $count: seconds left
timeout-body = { $count ->
    [one] این بازدید تا { $count } ثانیهٔ دیگر پایان می‌یابد. هیچ‌چیز از کارهای شما نگه داشته نمی‌شود.
   *[other] این بازدید تا { $count } ثانیهٔ دیگر پایان می‌یابد. هیچ‌چیز از کارهای شما نگه داشته نمی‌شود.
}
timeout-stay = هنوز اینجا هستم
timeout-end = کارم تمام شد
end-visit = پایان بازدید

## Help
help-title = راهنما
help-what = این صفحهٔ رایگان اطلاعات شهر است. برای باز کردن هر کارت آن را لمس کنید و با نوار پایین بازگردید، زبان را عوض کنید یا متن را بزرگ‌تر کنید.
help-call = برای هر خدمت شهری، از هر تلفنی با { $phone } تماس بگیرید.
help-privacy-title = حریم خصوصی شما
help-privacy = این صفحه دوربین ندارد و چیزی از بازدید شما نگه نمی‌دارد: وقتی بروید، به حالت اول برمی‌گردد.
help-where = شما اینجا هستید: { $place }.
help-kiosk = نام این نمایشگر: { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = آفلاین
offline-body = این صفحه اکنون نمی‌تواند به‌روز شود. آنچه می‌بینید { $ago } به‌روز شده است.
stale-title = به‌روز نیست
stale-body = آخرین به‌روزرسانی: { $ago }. ممکن است ساعت‌ها و تاریخ‌ها تغییر کرده باشند.
empty-title = این صفحه در حال آماده‌سازی است
empty-body = به‌محض دریافت، اطلاعات شهر را نشان می‌دهد. برای هر خدمت شهری با 311 تماس بگیرید.
error-title = مشکلی پیش آمد
error-body = این صفحه دوباره راه‌اندازی می‌شود. برای هر خدمت شهری با 311 تماس بگیرید.
record-gone = این صفحه دیگر در دسترس نیست
record-gone-hint = شهر اطلاعات خود را به‌روز کرده است. برای دیدن موارد تازه بازگردید.

## The screen that shows in an emergency, and a test of it
alert-kicker = وضعیت اضطراری · { $city }
alert-continue = ادامه
alert-test-title = آزمایش صفحهٔ اضطراری
alert-test-body = این فقط یک آزمایش است. لازم نیست کاری بکنید.
