### What the kiosk says, in Armenian. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = Հպեք՝ ձեր քաղաքը բացահայտելու համար
attract-summary = { $city }. տեղեկատվական էկրան։ { $headline }
attract-pause = Դադար
attract-play = Միացնել

## Greetings on the home screen
greeting-morning = Բարի լույս։
greeting-afternoon = Բարի օր։
greeting-evening = Բարի երեկո։
home-question = Ի՞նչ եք փնտրում։
home-around = Հիմա ձեր շուրջը
home-nothing-around = Այս պահին մոտակայքում բաց վայր չկա։

## The doors of the home screen, and the titles of their screens
places = Գտնել վայր
places-hint = Տեսարժան վայրեր, այգիներ, զուգարաններ
events = Միջոցառումներ
# $count: how many events take place today
events-today-count = { $count ->
    [0] Տեսեք, թե ինչ է սպասվում
    [one] Այսօր՝ { $count } միջոցառում
   *[other] Այսօր՝ { $count } միջոցառում
}
services = Քաղաքային ծառայություններ
services-hint = Գրադարան, բնակարան, թույլտվություն
offers = Մոտակա առաջարկներ
offers-hint = Սրճարաններ և խանութներ ձեր շուրջը

## Action bar and status strip
home = Գլխավոր
back = Հետ
language = Լեզու
settings = Տեսք
help = Օգնություն
more = Ավելին
page-next = Հաջորդ էջ
page-previous = Նախորդ էջ
# $page, $pages: numbers
page-of = Էջ { $page }՝ { $pages }-ից

## Lists
filter-all = Բոլորը
filter-today = Այսօր
filter-weekend = Այս շաբաթ-կիրակի
filter-free = Անվճար
filter-children = Երեխաների համար
filter-near = Մոտակայքում
filter-label = Ցույց տալ
nothing-found = Այս պահին այստեղ ոչինչ չկա
nothing-found-hint = Փորձեք վերևի մեկ այլ տարբերակ կամ վերադարձեք։
free = Անվճար
sample = Օրինակ
sample-note = Հորինված օրինակ է։ Ցույց է տալիս, թե ինչ տեսք կունենան առաջարկները։
machine-draft = Մեքենայական թարգմանություն, որը դեռ մարդ չի ստուգել։
only-in-language = Հասանելի է միայն այս լեզվով՝ { $language }։

## Kinds of places
place-landmark = Տեսարժան վայրեր
place-museum = Թանգարաններ
place-library = Գրադարաններ
place-park = Այգիներ
place-restroom = Զուգարաններ
place-station = Կայարաններ
place-venue = Մարզադաշտեր և արենաներ
place-market = Շուկաներ
place-theatre = Թատրոն և երաժշտություն
place-civic = Քաղաքային գրասենյակներ
place-beach = Լողափեր
place-school = Դպրոցներ
place-hospital = Հիվանդանոցներ
place-shelter = Կացարաններ
place-food = Սնունդ

## Kinds of events
event-music = Երաժշտություն
event-art = Արվեստ
event-film = Կինո
event-market = Շուկա
event-sport = Սպորտ
event-games = 2028-ի խաղեր
event-festival = Փառատոն
event-tour = Շրջայց
event-talk = Զրույց
event-civic = Քաղաք
event-family = Ընտանիք
event-holiday = Տոն

## Kinds of offers
offer-food = Սնունդ
offer-coffee = Սուրճ
offer-shop = Գնումներ
offer-books = Գրքեր
offer-culture = Մշակույթ
offer-wellness = Առողջություն
offer-service = Ծառայություններ

## Groups of service pages
service-streets = Փողոցներ
service-waste = Աղբ և վերամշակում
service-housing = Բնակարան
service-health = Առողջություն
service-library = Գրադարան
service-parks = Այգիներ
service-transport = Տրանսպորտ
service-safety = Անվտանգություն
service-permits = Թույլտվություններ
service-voting = Քվեարկություն
service-internet = Համացանց
service-animals = Կենդանիներ
service-work = Աշխատանք

## Details
section-about = Տեղեկություն
section-hours = Ժամեր
section-access = Մատչելիություն
section-steps = Ինչ անել
section-eligibility = Ում համար է
section-cost = Արժեքը
section-walk-in = Այցելեք անձամբ
section-terms = Պայմաններ
section-more-dates = Այլ օրեր
section-events-here = Միջոցառումներ այստեղ
access-unknown = Դեռ հայտնի չէ։ Նախապես հարցրեք տեղում։
access-step-free = Առանց աստիճանների
access-partly-step-free = Մասամբ առանց աստիճանների
access-steps = Կան աստիճաններ
access-accessible-restroom = Մատչելի զուգարան
access-elevator = Վերելակ
access-accessible-parking = Մատչելի կայանատեղի
access-assistive-listening = Լսողության օժանդակ սարք
access-sign-language = Ժեստերի լեզու
access-audio-description = Ձայնային նկարագրություն
access-tactile-paving = Շոշափելի սալարկում
access-quiet = Հանգիստ տարածք
# $distance is a formatted distance such as “400 ft”
distance-away = { $distance } հեռավորության վրա
distance-walk = մոտ { $minutes } ոտքով
you-are-here = Դուք այստեղ եք
valid-until = Գործում է մինչև { $date }
valid-always = Գործում է մինչև նոր ծանուցում
phone-label = Զանգահարեք { $phone }
all-day = Ամբողջ օրը

## Where something lies, seen from a person who looks at the screen
direction-ahead = ուղիղ առջևում՝ այս էկրանի հետևում
direction-ahead-right = առջևում՝ աջ կողմում
direction-right = ձեր աջ կողմում
direction-behind-right = ձեր հետևում՝ աջ կողմում
direction-behind = ձեր հետևում
direction-behind-left = ձեր հետևում՝ ձախ կողմում
direction-left = ձեր ձախ կողմում
direction-ahead-left = առջևում՝ ձախ կողմում

## Opening hours
open-until = Բաց է մինչև { $time }
open-always = Միշտ բաց է
closed-now = Հիմա փակ է
closed-until = Փակ է, կբացվի՝ { $when }
hours-unknown = Գնալուց առաջ ճշտեք ժամերը
closed-day = Փակ է

## Hand-over to a phone
take-with-you = Բացեք ձեր հեռախոսում
take-event = Սկանավորեք՝ միջոցառումը ձեր օրացույցում պահելու համար։ Տվյալները հենց կոդի մեջ են՝ առանց հավելվածի և հետևելու։
take-place = Սկանավորեք՝ այս վայրը ձեր քարտեզում բացելու համար։ Վայրի տվյալները հենց կոդի մեջ են՝ առանց հավելվածի և հետևելու։
qr-label = Կոդ՝ հեռախոսի տեսախցիկով սկանավորելու համար

## Language screen
language-title = Ընտրեք ձեր լեզուն

## Display settings
settings-title = Տեսք
settings-text-size = Տառաչափ
settings-theme = Գույներ
theme-dark = Մուգ
theme-light = Բաց
theme-contrast = Բարձր հակադրություն
settings-reach = Իջեցնել էկրանի վրա
settings-reach-hint = Ամեն ինչ դնում է անվասայլակից հասանելի բարձրության վրա
settings-motion = Պակաս շարժում
settings-motion-hint = Առանց սահող կամ մարող նկարների
on = Միացված
off = Անջատված
settings-reset = Վերադարձնել սովորականը

## End of the visit
timeout-title = Դեռ այստե՞ղ եք։
# $count: seconds left
timeout-body = { $count ->
    [one] Այցն ավարտվում է { $count } վայրկյանից։ Այստեղ ձեր արածից ոչինչ չի պահվում։
   *[other] Այցն ավարտվում է { $count } վայրկյանից։ Այստեղ ձեր արածից ոչինչ չի պահվում։
}
timeout-stay = Դեռ այստեղ եմ
timeout-end = Ավարտեցի
end-visit = Ավարտել այցը

## Help
help-title = Օգնություն
help-what = Սա քաղաքի անվճար տեղեկատվական էկրան է։ Հպեք քարտին՝ այն բացելու համար, իսկ ներքևի գոտիով կարող եք հետ գնալ, փոխել լեզուն կամ մեծացնել տառերը։
help-call = Քաղաքային ցանկացած ծառայության համար զանգահարեք { $phone } ցանկացած հեռախոսից։
help-privacy-title = Ձեր գաղտնիությունը
help-privacy = Այս էկրանը տեսախցիկ չունի։ Ձեր այցից ոչինչ չի պահվում․ երբ հեռանում եք, այն վերադառնում է սկզբնական վիճակին։
help-where = Դուք գտնվում եք այստեղ՝ { $place }։
help-kiosk = Այս էկրանի անունը՝ { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = Կապ չկա
offline-body = Այս էկրանն այժմ չի կարողանում թարմացումներ ստանալ։ Ձեր տեսածը վերջին անգամ թարմացվել է { $ago }։
stale-title = Թարմացված չէ
stale-body = Վերջին թարմացումը՝ { $ago }։ Ժամերն ու օրերը կարող են փոխված լինել։
empty-title = Այս էկրանը պատրաստվում է
empty-body = Քաղաքի տեղեկությունները կերևան, հենց որ ստացվեն։ Քաղաքային ցանկացած ծառայության համար զանգահարեք 311։
error-title = Սխալ տեղի ունեցավ
error-body = Այս էկրանը վերագործարկվում է։ Քաղաքային ցանկացած ծառայության համար զանգահարեք 311։
record-gone = Այս էջն այլևս հասանելի չէ
record-gone-hint = Քաղաքը թարմացրել է տեղեկությունները։ Վերադարձեք՝ նորը տեսնելու համար։

## The screen that shows in an emergency, and a test of it
alert-kicker = Արտակարգ իրավիճակ · { $city }
alert-continue = Շարունակել
alert-test-title = Արտակարգ իրավիճակի էկրանի փորձարկում
alert-test-body = Սա միայն փորձարկում է։ Ձեզնից ոչինչ չի պահանջվում։
