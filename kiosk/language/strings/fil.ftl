### What the kiosk says, in Filipino. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = Pindutin para tuklasin ang inyong lungsod
attract-summary = Screen ng impormasyon ng { $city }. { $headline }
attract-pause = I-pause
attract-play = I-play

## Greetings on the home screen
greeting-morning = Magandang umaga po.
greeting-afternoon = Magandang hapon po.
greeting-evening = Magandang gabi po.
home-question = Ano po ang hinahanap ninyo?
home-around = Sa paligid ninyo ngayon
home-nothing-around = Walang bukas sa malapit ngayon.

## The doors of the home screen, and the titles of their screens
places = Maghanap ng lugar
places-hint = Pasyalan, parke, banyo
events = Mga kaganapan
# $count: how many events take place today
events-today-count = { $count ->
    [0] Tingnan ang mga paparating
    [one] { $count } kaganapan ngayong araw
   *[other] { $count } kaganapan ngayong araw
}
services = Serbisyo ng lungsod
services-hint = Aklatan, pabahay, permit
offers = Mga alok sa malapit
offers-hint = Mga kapihan at tindahan sa paligid

## Action bar and status strip
home = Home
back = Bumalik
language = Wika
settings = Display
help = Tulong
more = Magpakita pa
page-next = Susunod na pahina
page-previous = Nakaraang pahina
# $page, $pages: numbers
page-of = Pahina { $page } ng { $pages }

## Lists
filter-all = Lahat
filter-today = Ngayong araw
filter-weekend = Ngayong weekend
filter-free = Libre
filter-children = Para sa mga bata
filter-near = Malapit dito
filter-label = Ipakita
nothing-found = Wala pang makikita rito ngayon
nothing-found-hint = Subukan ang ibang pagpipilian sa itaas, o bumalik.
free = Libre
sample = Halimbawa
sample-note = Gawa-gawang halimbawa lamang. Ipinapakita nito ang magiging hitsura ng mga alok.
machine-draft = Isinalin ng makina, hindi pa nasusuri ng tao.
only-in-language = Makukuha lamang sa wikang ito: { $language }.

## Kinds of places
place-landmark = Mga landmark
place-museum = Mga museo
place-library = Mga aklatan
place-park = Mga parke
place-restroom = Mga banyo
place-station = Mga istasyon
place-venue = Mga stadium at arena
place-market = Mga palengke
place-theatre = Teatro at musika
place-civic = Mga tanggapan ng lungsod
place-beach = Mga beach
place-school = Mga paaralan
place-hospital = Mga ospital
place-shelter = Mga shelter
place-food = Pagkain

## Kinds of events
event-music = Musika
event-art = Sining
event-film = Pelikula
event-market = Palengke
event-sport = Palakasan
event-games = Palaro ng 2028
event-festival = Pista
event-tour = Tour
event-talk = Talakayan
event-civic = Lungsod
event-family = Pamilya
event-holiday = Holiday

## Kinds of offers
offer-food = Pagkain
offer-coffee = Kape
offer-shop = Pamimili
offer-books = Mga libro
offer-culture = Kultura
offer-wellness = Kalusugan
offer-service = Mga serbisyo

## Groups of service pages
service-streets = Mga kalye
service-waste = Basura at pag-recycle
service-housing = Pabahay
service-health = Kalusugan
service-library = Aklatan
service-parks = Mga parke
service-transport = Transportasyon
service-safety = Kaligtasan
service-permits = Mga permit
service-voting = Pagboto
service-internet = Internet
service-animals = Mga hayop
service-work = Trabaho

## Details
section-about = Tungkol dito
section-hours = Oras
section-access = Accessibility
section-steps = Ano ang gagawin
section-eligibility = Para kanino ito
section-cost = Bayad
section-walk-in = Magpunta nang personal
section-terms = Mga kondisyon
section-more-dates = Iba pang petsa
section-events-here = Mga kaganapan dito
access-unknown = Hindi pa alam. Magtanong muna roon bago umasa rito.
access-step-free = Walang baitang
access-partly-step-free = Bahagyang walang baitang
access-steps = May mga baitang
access-accessible-restroom = Accessible na banyo
access-elevator = Elevator
access-accessible-parking = Accessible na paradahan
access-assistive-listening = Tulong sa pandinig
access-sign-language = Sign language
access-audio-description = Audio description
access-tactile-paving = Tactile na daanan
access-quiet = Tahimik na lugar
# $distance is a formatted distance such as “400 ft”
distance-away = { $distance } ang layo
distance-walk = mga { $minutes } kung lalakarin
you-are-here = Narito kayo
valid-until = May bisa hanggang { $date }
valid-always = May bisa hanggang may bagong abiso
phone-label = Tumawag sa { $phone }
all-day = Buong araw

## Where something lies, seen from a person who looks at the screen
direction-ahead = sa harap, sa likod ng screen na ito
direction-ahead-right = sa harap, pakanan
direction-right = sa inyong kanan
direction-behind-right = sa likod ninyo, pakanan
direction-behind = sa likod ninyo
direction-behind-left = sa likod ninyo, pakaliwa
direction-left = sa inyong kaliwa
direction-ahead-left = sa harap, pakaliwa

## Opening hours
open-until = Bukas hanggang { $time }
open-always = Laging bukas
closed-now = Sarado ngayon
closed-until = Sarado, magbubukas { $when }
hours-unknown = Alamin muna ang oras bago pumunta
closed-day = Sarado

## Hand-over to a phone
take-with-you = Buksan sa inyong telepono
take-event = I-scan para ilagay ang kaganapang ito sa inyong kalendaryo. Nasa code na mismo ang detalye: walang app, walang tracking.
take-place = I-scan para buksan ang lugar na ito sa inyong mapa. Nasa code na mismo ang lokasyon: walang app, walang tracking.
qr-label = Code na ii-scan gamit ang camera ng telepono

## Language screen
language-title = Piliin ang inyong wika

## Display settings
settings-title = Display
settings-text-size = Laki ng teksto
settings-theme = Mga kulay
theme-dark = Madilim
theme-light = Maliwanag
theme-contrast = Mataas na contrast
settings-reach = Ibaba ang laman ng screen
settings-reach-hint = Inilalagay ang lahat sa abot ng naka-wheelchair
settings-motion = Bawasan ang galaw
settings-motion-hint = Walang dumudulas o kumukupas na larawan
on = Naka-on
off = Naka-off
settings-reset = Ibalik sa karaniwan

## End of the visit
timeout-title = Nariyan pa po ba kayo?
# $count: seconds left
timeout-body = { $count ->
    [one] Matatapos ang pagbisitang ito sa loob ng { $count } segundo. Walang itinatagong anuman sa ginawa ninyo rito.
   *[other] Matatapos ang pagbisitang ito sa loob ng { $count } segundo. Walang itinatagong anuman sa ginawa ninyo rito.
}
timeout-stay = Narito pa ako
timeout-end = Tapos na ako
end-visit = Tapusin ang pagbisita

## Help
help-title = Tulong
help-what = Libreng screen ito ng impormasyon ng lungsod. Pindutin ang isang card para buksan ito, at gamitin ang bar sa ibaba para bumalik, magpalit ng wika o palakihin ang teksto.
help-call = Para sa anumang serbisyo ng lungsod, tumawag sa { $phone } mula sa alinmang telepono.
help-privacy-title = Ang inyong privacy
help-privacy = Walang camera ang screen na ito. Wala itong itinatago tungkol sa inyong pagbisita: pag-alis ninyo, babalik ito sa simula.
help-where = Nasa { $place } kayo.
help-kiosk = Pangalan ng screen na ito: { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = Offline
offline-body = Hindi makakuha ng update ang screen na ito ngayon. Huling na-update ang nakikita ninyo: { $ago }.
stale-title = Hindi napapanahon
stale-body = Huling na-update: { $ago }. Maaaring nagbago na ang mga oras at petsa.
empty-title = Inihahanda pa ang screen na ito
empty-body = Magpapakita ito ng impormasyon ng lungsod kapag natanggap na ito. Para sa anumang serbisyo ng lungsod, tumawag sa 311.
error-title = Nagkaroon ng problema
error-body = Nagre-restart ang screen na ito. Para sa anumang serbisyo ng lungsod, tumawag sa 311.
record-gone = Wala na ang pahinang ito
record-gone-hint = In-update ng lungsod ang impormasyon nito. Bumalik para makita ang bago.

## The screen that shows in an emergency, and a test of it
alert-kicker = Emerhensiya · { $city }
alert-continue = Magpatuloy
alert-test-title = Pagsubok ng screen pang-emerhensiya
alert-test-body = Isa lamang itong pagsubok. Wala kayong kailangang gawin.
