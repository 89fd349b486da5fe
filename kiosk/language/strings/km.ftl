### What the kiosk says, in Khmer. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = ប៉ះដើម្បីស្វែងយល់ពីទីក្រុងរបស់អ្នក
attract-summary = អេក្រង់ព័ត៌មាន { $city }។ { $headline }
attract-pause = ផ្អាក
attract-play = ចាក់

## Greetings on the home screen
greeting-morning = អរុណសួស្តី។
greeting-afternoon = ទិវាសួស្តី។
greeting-evening = សាយ័ណ្ហសួស្តី។
home-question = តើអ្នកកំពុងរកអ្វី?
home-around = នៅជុំវិញអ្នកឥឡូវនេះ
home-nothing-around = ឥឡូវនេះគ្មានកន្លែងណាបើកនៅជិតនេះទេ។

## The doors of the home screen, and the titles of their screens
places = រកទីកន្លែង
places-hint = កន្លែងទស្សនា ឧទ្យាន បង្គន់
events = ព្រឹត្តិការណ៍
# $count: how many events take place today
events-today-count = { $count ->
    [0] មើលអ្វីដែលនឹងមកដល់
   *[other] ថ្ងៃនេះមានព្រឹត្តិការណ៍ { $count }
}
services = សេវាទីក្រុង
services-hint = បណ្ណាល័យ លំនៅឋាន លិខិតអនុញ្ញាត
offers = ការផ្តល់ជូននៅជិត
offers-hint = ហាងកាហ្វេ និងហាងនៅជុំវិញ

## Action bar and status strip
home = ទំព័រដើម
back = ថយក្រោយ
language = ភាសា
settings = ការបង្ហាញ
help = ជំនួយ
more = ច្រើនទៀត
page-next = ទំព័របន្ទាប់
page-previous = ទំព័រមុន
# $page, $pages: numbers
page-of = ទំព័រ { $page } នៃ { $pages }

## Lists
filter-all = ទាំងអស់
filter-today = ថ្ងៃនេះ
filter-weekend = ចុងសប្តាហ៍នេះ
filter-free = ឥតគិតថ្លៃ
filter-children = សម្រាប់កុមារ
filter-near = ជិតទីនេះ
filter-label = បង្ហាញ
nothing-found = ឥឡូវនេះគ្មានអ្វីនៅទីនេះទេ
nothing-found-hint = សូមសាកជម្រើសផ្សេងខាងលើ ឬថយក្រោយ។
free = ឥតគិតថ្លៃ
sample = គំរូ
sample-note = នេះជាគំរូដែលបង្កើតឡើង ដើម្បីបង្ហាញពីរូបរាងនៃការផ្តល់ជូន។
machine-draft = បកប្រែដោយម៉ាស៊ីន មិនទាន់មានមនុស្សពិនិត្យទេ។
only-in-language = មានតែជាភាសានេះ៖ { $language }។

## Kinds of places
place-landmark = ទីសម្គាល់
place-museum = សារមន្ទីរ
place-library = បណ្ណាល័យ
place-park = ឧទ្យាន
place-restroom = បង្គន់
place-station = ស្ថានីយ
place-venue = ពហុកីឡដ្ឋាន និងសាលកីឡា
place-market = ផ្សារ
place-theatre = រោងមហោស្រព និងតន្ត្រី
place-civic = ការិយាល័យទីក្រុង
place-beach = ឆ្នេរ
place-school = សាលារៀន
place-hospital = មន្ទីរពេទ្យ
place-shelter = ជម្រក
place-food = អាហារ

## Kinds of events
event-music = តន្ត្រី
event-art = សិល្បៈ
event-film = ភាពយន្ត
event-market = ផ្សារ
event-sport = កីឡា
event-games = ការប្រកួតឆ្នាំ 2028
event-festival = មហោស្រព
event-tour = ទេសចរណ៍
event-talk = បាឋកថា
event-civic = ទីក្រុង
event-family = គ្រួសារ
event-holiday = ថ្ងៃឈប់សម្រាក

## Kinds of offers
offer-food = អាហារ
offer-coffee = កាហ្វេ
offer-shop = ទិញទំនិញ
offer-books = សៀវភៅ
offer-culture = វប្បធម៌
offer-wellness = សុខុមាលភាព
offer-service = សេវា

## Groups of service pages
service-streets = ផ្លូវ
service-waste = សំរាម និងការកែច្នៃ
service-housing = លំនៅឋាន
service-health = សុខភាព
service-library = បណ្ណាល័យ
service-parks = ឧទ្យាន
service-transport = ការធ្វើដំណើរ
service-safety = សុវត្ថិភាព
service-permits = លិខិតអនុញ្ញាត
service-voting = ការបោះឆ្នោត
service-internet = អ៊ីនធឺណិត
service-animals = សត្វ
service-work = ការងារ

## Details
section-about = អំពី
section-hours = ម៉ោងបើក
section-access = ភាពងាយស្រួលចូលប្រើ
section-steps = អ្វីដែលត្រូវធ្វើ
section-eligibility = សម្រាប់អ្នកណា
section-cost = តម្លៃ
section-walk-in = ទៅដោយផ្ទាល់
section-terms = លក្ខខណ្ឌ
section-more-dates = ថ្ងៃផ្សេងទៀត
section-events-here = ព្រឹត្តិការណ៍នៅទីនេះ
access-unknown = មិនទាន់ដឹងទេ។ សូមសួរនៅទីនោះជាមុនសិន។
access-step-free = គ្មានជណ្តើរ
access-partly-step-free = គ្មានជណ្តើរមួយផ្នែក
access-steps = មានជណ្តើរ
access-accessible-restroom = បង្គន់សម្រាប់ជនពិការ
access-elevator = ជណ្តើរយន្ត
access-accessible-parking = ចំណតសម្រាប់ជនពិការ
access-assistive-listening = ឧបករណ៍ជំនួយការស្តាប់
access-sign-language = ភាសាសញ្ញា
access-audio-description = ការពិពណ៌នាជាសំឡេង
access-tactile-paving = ផ្លូវសម្រាប់ជនពិការភ្នែក
access-quiet = កន្លែងស្ងប់ស្ងាត់
# $distance is a formatted distance such as “400 ft”
distance-away = ចម្ងាយ { $distance }
distance-walk = ដើរប្រហែល { $minutes }
you-are-here = អ្នកនៅទីនេះ
valid-until = មានសុពលភាពដល់ { $date }
valid-always = មានសុពលភាពរហូតដល់មានដំណឹងថ្មី
phone-label = ហៅ { $phone }
all-day = ពេញមួយថ្ងៃ

## Where something lies, seen from a person who looks at the screen
direction-ahead = ត្រង់ទៅមុខ ខាងក្រោយអេក្រង់នេះ
direction-ahead-right = ខាងមុខផ្នែកស្តាំ
direction-right = ខាងស្តាំអ្នក
direction-behind-right = ខាងក្រោយផ្នែកស្តាំ
direction-behind = ខាងក្រោយអ្នក
direction-behind-left = ខាងក្រោយផ្នែកឆ្វេង
direction-left = ខាងឆ្វេងអ្នក
direction-ahead-left = ខាងមុខផ្នែកឆ្វេង

## Opening hours
open-until = បើកដល់ { $time }
open-always = បើកជានិច្ច
closed-now = កំពុងបិទ
closed-until = កំពុងបិទ បើកនៅ { $when }
hours-unknown = សូមពិនិត្យម៉ោងមុនពេលទៅ
closed-day = បិទ

## Hand-over to a phone
take-with-you = បើកក្នុងទូរសព្ទរបស់អ្នក
take-event = ស្កេនដើម្បីដាក់ព្រឹត្តិការណ៍នេះក្នុងប្រតិទិនរបស់អ្នក។ ព័ត៌មានមាននៅក្នុងកូដស្រាប់៖ មិនត្រូវការកម្មវិធី គ្មានការតាមដាន។
take-place = ស្កេនដើម្បីបើកទីកន្លែងនេះក្នុងផែនទីរបស់អ្នក។ ទីតាំងមាននៅក្នុងកូដស្រាប់៖ មិនត្រូវការកម្មវិធី គ្មានការតាមដាន។
qr-label = កូដសម្រាប់ស្កេនដោយកាមេរ៉ាទូរសព្ទ

## Language screen
language-title = ជ្រើសរើសភាសារបស់អ្នក

## Display settings
settings-title = ការបង្ហាញ
settings-text-size = ទំហំអក្សរ
settings-theme = ពណ៌
theme-dark = ងងឹត
theme-light = ភ្លឺ
theme-contrast = កម្រិតពណ៌ខ្ពស់
settings-reach = ទាបជាងនៅលើអេក្រង់
settings-reach-hint = ដាក់អ្វីៗទាំងអស់ឱ្យឈោងដល់ពីរទេះរុញ
settings-motion = ចលនាតិច
settings-motion-hint = គ្មានរូបភាពរំកិល ឬលេចបន្តិចម្តងៗ
on = បើក
off = បិទ
settings-reset = ត្រឡប់ទៅធម្មតា

## End of the visit
timeout-title = តើអ្នកនៅតែនៅទីនេះមែនទេ?
# $count: seconds left
timeout-body = { $count ->
   *[other] ការប្រើនេះនឹងចប់ក្នុង { $count } វិនាទី។ អ្វីដែលអ្នកបានធ្វើនៅទីនេះមិនត្រូវបានរក្សាទុកទេ។
}
timeout-stay = ខ្ញុំនៅតែនៅទីនេះ
timeout-end = ខ្ញុំចប់ហើយ
end-visit = បញ្ចប់

## Help
help-title = ជំនួយ
help-what = នេះជាអេក្រង់ព័ត៌មានទីក្រុងឥតគិតថ្លៃ។ ប៉ះកាតមួយដើម្បីបើក ហើយប្រើរបារខាងក្រោមដើម្បីថយក្រោយ ប្តូរភាសា ឬពង្រីកអក្សរ។
help-call = សម្រាប់សេវាទីក្រុងណាមួយ សូមហៅ { $phone } ពីទូរសព្ទណាក៏បាន។
help-privacy-title = ឯកជនភាពរបស់អ្នក
help-privacy = អេក្រង់នេះគ្មានកាមេរ៉ាទេ។ វាមិនរក្សាទុកអ្វីពីការប្រើរបស់អ្នកទេ៖ ពេលអ្នកចាកចេញ វាត្រឡប់ទៅសភាពដើមវិញ។
help-where = អ្នកនៅ { $place }។
help-kiosk = ឈ្មោះអេក្រង់នេះ៖ { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = គ្មានអ៊ីនធឺណិត
offline-body = ឥឡូវនេះអេក្រង់មិនអាចទទួលព័ត៌មានថ្មីបានទេ។ អ្វីដែលអ្នកឃើញបានធ្វើបច្ចុប្បន្នភាព { $ago }។
stale-title = មិនទាន់ថ្មី
stale-body = ធ្វើបច្ចុប្បន្នភាពចុងក្រោយ { $ago }។ ម៉ោង និងកាលបរិច្ឆេទអាចផ្លាស់ប្តូរ។
empty-title = អេក្រង់នេះកំពុងរៀបចំ
empty-body = វានឹងបង្ហាញព័ត៌មានទីក្រុងភ្លាមៗពេលបានទទួល។ សម្រាប់សេវាទីក្រុងណាមួយ សូមហៅ 311។
error-title = មានបញ្ហាកើតឡើង
error-body = អេក្រង់នេះកំពុងចាប់ផ្តើមឡើងវិញ។ សម្រាប់សេវាទីក្រុងណាមួយ សូមហៅ 311។
record-gone = ទំព័រនេះលែងមានទៀតហើយ
record-gone-hint = ទីក្រុងបានធ្វើបច្ចុប្បន្នភាពព័ត៌មាន។ សូមថយក្រោយដើម្បីមើលអ្វីថ្មី។

## The screen that shows in an emergency, and a test of it
alert-kicker = ភាពអាសន្ន · { $city }
alert-continue = បន្ត
alert-test-title = ការសាកល្បងអេក្រង់អាសន្ន
alert-test-body = នេះគ្រាន់តែជាការសាកល្បង។ អ្នកមិនចាំបាច់ធ្វើអ្វីទេ។
