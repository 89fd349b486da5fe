### What the kiosk says, in Thai. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = แตะเพื่อสำรวจเมืองของคุณ
attract-summary = จอข้อมูล { $city } { $headline }
attract-pause = หยุดชั่วคราว
attract-play = เล่น

## Greetings on the home screen
greeting-morning = สวัสดีตอนเช้า
greeting-afternoon = สวัสดีตอนบ่าย
greeting-evening = สวัสดีตอนเย็น
home-question = คุณกำลังมองหาอะไร
home-around = รอบตัวคุณตอนนี้
home-nothing-around = ขณะนี้ไม่มีที่ใดเปิดอยู่ใกล้ๆ

## The doors of the home screen, and the titles of their screens
places = ค้นหาสถานที่
places-hint = ที่เที่ยว สวน ห้องน้ำ
events = กิจกรรม
# $count: how many events take place today
events-today-count = { $count ->
    [0] ดูสิ่งที่กำลังจะมาถึง
   *[other] วันนี้มี { $count } กิจกรรม
}
services = บริการของเมือง
services-hint = ห้องสมุด ที่อยู่อาศัย ใบอนุญาต
offers = ข้อเสนอใกล้ๆ
offers-hint = ร้านกาแฟและร้านค้ารอบตัวคุณ

## Action bar and status strip
home = หน้าแรก
back = กลับ
language = ภาษา
settings = การแสดงผล
help = ช่วยเหลือ
more = เพิ่มเติม
page-next = หน้าถัดไป
page-previous = หน้าก่อนหน้า
# $page, $pages: numbers
page-of = หน้า { $page } จาก { $pages }

## Lists
filter-all = ทั้งหมด
filter-today = วันนี้
filter-weekend = สุดสัปดาห์นี้
filter-free = ฟรี
filter-children = สำหรับเด็ก
filter-near = ใกล้ที่นี่
filter-label = แสดง
nothing-found = ขณะนี้ยังไม่มีอะไรที่นี่
nothing-found-hint = ลองตัวเลือกอื่นด้านบน หรือกลับไป
free = ฟรี
sample = ตัวอย่าง
sample-note = ตัวอย่างสมมติ แสดงให้เห็นว่าข้อเสนอจะมีหน้าตาอย่างไร
machine-draft = แปลด้วยเครื่อง ยังไม่มีคนตรวจ
only-in-language = มีเฉพาะในภาษานี้: { $language }

## Kinds of places
place-landmark = สถานที่สำคัญ
place-museum = พิพิธภัณฑ์
place-library = ห้องสมุด
place-park = สวนสาธารณะ
place-restroom = ห้องน้ำ
place-station = สถานี
place-venue = สนามกีฬาและอารีนา
place-market = ตลาด
place-theatre = โรงละครและดนตรี
place-civic = สำนักงานของเมือง
place-beach = ชายหาด
place-school = โรงเรียน
place-hospital = โรงพยาบาล
place-shelter = ที่พักพิง
place-food = อาหาร

## Kinds of events
event-music = ดนตรี
event-art = ศิลปะ
event-film = ภาพยนตร์
event-market = ตลาด
event-sport = กีฬา
event-games = มหกรรมกีฬา 2028
event-festival = เทศกาล
event-tour = ทัวร์
event-talk = เสวนา
event-civic = เมือง
event-family = ครอบครัว
event-holiday = วันหยุด

## Kinds of offers
offer-food = อาหาร
offer-coffee = กาแฟ
offer-shop = ช้อปปิ้ง
offer-books = หนังสือ
offer-culture = วัฒนธรรม
offer-wellness = สุขภาพ
offer-service = บริการ

## Groups of service pages
service-streets = ถนน
service-waste = ขยะและรีไซเคิล
service-housing = ที่อยู่อาศัย
service-health = สุขภาพ
service-library = ห้องสมุด
service-parks = สวนสาธารณะ
service-transport = การเดินทาง
service-safety = ความปลอดภัย
service-permits = ใบอนุญาต
service-voting = การเลือกตั้ง
service-internet = อินเทอร์เน็ต
service-animals = สัตว์
service-work = งาน

## Details
section-about = เกี่ยวกับ
section-hours = เวลาเปิด
section-access = สิ่งอำนวยความสะดวก
section-steps = ขั้นตอน
section-eligibility = สำหรับใคร
section-cost = ค่าใช้จ่าย
section-walk-in = ไปที่สำนักงาน
section-terms = เงื่อนไข
section-more-dates = วันอื่นๆ
section-events-here = กิจกรรมที่นี่
access-unknown = ยังไม่ทราบ โปรดสอบถามที่นั่นก่อนไป
access-step-free = ไม่มีขั้นบันได
access-partly-step-free = บางส่วนไม่มีขั้นบันได
access-steps = มีขั้นบันได
access-accessible-restroom = ห้องน้ำสำหรับผู้พิการ
access-elevator = ลิฟต์
access-accessible-parking = ที่จอดรถสำหรับผู้พิการ
access-assistive-listening = อุปกรณ์ช่วยฟัง
access-sign-language = ภาษามือ
access-audio-description = เสียงบรรยายภาพ
access-tactile-paving = พื้นผิวต่างสัมผัส
access-quiet = พื้นที่เงียบสงบ
# $distance is a formatted distance such as “400 ft”
distance-away = ห่างออกไป { $distance }
distance-walk = เดินประมาณ { $minutes }
you-are-here = คุณอยู่ที่นี่
valid-until = ใช้ได้ถึง { $date }
valid-always = ใช้ได้จนกว่าจะแจ้งให้ทราบ
phone-label = โทร { $phone }
all-day = ทั้งวัน

## Where something lies, seen from a person who looks at the screen
direction-ahead = ตรงไปข้างหน้า หลังจอนี้
direction-ahead-right = ข้างหน้าด้านขวา
direction-right = ทางขวาของคุณ
direction-behind-right = ข้างหลังด้านขวา
direction-behind = ข้างหลังคุณ
direction-behind-left = ข้างหลังด้านซ้าย
direction-left = ทางซ้ายของคุณ
direction-ahead-left = ข้างหน้าด้านซ้าย

## Opening hours
open-until = เปิดถึง { $time }
open-always = เปิดตลอด
closed-now = ปิดอยู่
closed-until = ปิดอยู่ จะเปิด { $when }
hours-unknown = โปรดตรวจสอบเวลาก่อนไป
closed-day = ปิด

## Hand-over to a phone
take-with-you = เปิดบนโทรศัพท์ของคุณ
take-event = สแกนเพื่อเพิ่มกิจกรรมนี้ลงในปฏิทิน ข้อมูลอยู่ในโค้ดแล้ว ไม่ต้องใช้แอป ไม่มีการติดตาม
take-place = สแกนเพื่อเปิดสถานที่นี้ในแผนที่ ตำแหน่งอยู่ในโค้ดแล้ว ไม่ต้องใช้แอป ไม่มีการติดตาม
qr-label = โค้ดสำหรับสแกนด้วยกล้องโทรศัพท์

## Language screen
language-title = เลือกภาษา

## Display settings
settings-title = การแสดงผล
settings-text-size = ขนาดตัวอักษร
settings-theme = สี
theme-dark = มืด
theme-light = สว่าง
theme-contrast = คอนทราสต์สูง
settings-reach = เลื่อนลงบนจอ
settings-reach-hint = ย้ายทุกอย่างให้เอื้อมถึงจากรถเข็น
settings-motion = ลดการเคลื่อนไหว
settings-motion-hint = ไม่มีภาพเลื่อนหรือค่อยๆ จาง
on = เปิด
off = ปิด
settings-reset = กลับเป็นค่าปกติ

## End of the visit
timeout-title = คุณยังอยู่ไหม
# $count: seconds left
timeout-body = { $count ->
   *[other] จะสิ้นสุดการใช้งานใน { $count } วินาที ไม่มีการเก็บสิ่งที่คุณทำที่นี่
}
timeout-stay = ยังอยู่
timeout-end = เสร็จแล้ว
end-visit = จบการใช้งาน

## Help
help-title = ช่วยเหลือ
help-what = นี่คือจอข้อมูลเมืองที่ใช้ได้ฟรี แตะการ์ดเพื่อเปิด และใช้แถบด้านล่างเพื่อกลับ เปลี่ยนภาษา หรือขยายตัวอักษร
help-call = สำหรับบริการทุกอย่างของเมือง โทร { $phone } จากโทรศัพท์เครื่องใดก็ได้
help-privacy-title = ความเป็นส่วนตัวของคุณ
help-privacy = จอนี้ไม่มีกล้อง และไม่เก็บข้อมูลการใช้งานของคุณ เมื่อคุณจากไป จอจะกลับสู่สถานะเริ่มต้น
help-where = คุณอยู่ที่ { $place }
help-kiosk = ชื่อจอนี้: { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = ออฟไลน์
offline-body = ขณะนี้จอรับข้อมูลใหม่ไม่ได้ ข้อมูลที่เห็นอัปเดตเมื่อ { $ago }
stale-title = ข้อมูลไม่ล่าสุด
stale-body = อัปเดตล่าสุด { $ago } เวลาและวันที่อาจเปลี่ยนไปแล้ว
empty-title = กำลังเตรียมจอนี้
empty-body = จอจะแสดงข้อมูลของเมืองทันทีที่ได้รับ สำหรับบริการทุกอย่างของเมือง โทร 311
error-title = เกิดข้อผิดพลาด
error-body = จอกำลังเริ่มใหม่ สำหรับบริการทุกอย่างของเมือง โทร 311
record-gone = หน้านี้ไม่มีแล้ว
record-gone-hint = เมืองได้ปรับปรุงข้อมูลแล้ว กลับไปเพื่อดูสิ่งใหม่

## The screen that shows in an emergency, and a test of it
alert-kicker = เหตุฉุกเฉิน · { $city }
alert-continue = ดำเนินการต่อ
alert-test-title = ทดสอบหน้าจอฉุกเฉิน
alert-test-body = นี่เป็นเพียงการทดสอบ คุณไม่ต้องทำอะไร
