### What the kiosk says, in Hindi. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = अपना शहर जानने के लिए छुएँ
attract-summary = { $city } सूचना स्क्रीन। { $headline }
attract-pause = रोकें
attract-play = चलाएँ

## Greetings on the home screen
greeting-morning = सुप्रभात।
greeting-afternoon = नमस्ते।
greeting-evening = शुभ संध्या।
home-question = आप क्या ढूँढ रहे हैं?
home-around = अभी आपके आसपास
home-nothing-around = अभी आसपास कुछ खुला नहीं है।

## The doors of the home screen, and the titles of their screens
places = जगह ढूँढें
places-hint = दर्शनीय स्थल, पार्क, शौचालय
events = कार्यक्रम
# $count: how many events take place today
events-today-count = { $count ->
    [0] देखें, आगे क्या है
    [one] आज { $count } कार्यक्रम
   *[other] आज { $count } कार्यक्रम
}
services = शहर की सेवाएँ
services-hint = पुस्तकालय, आवास, परमिट
offers = आसपास के ऑफ़र
offers-hint = आपके आसपास कैफ़े और दुकानें

## Action bar and status strip
home = होम
back = वापस
language = भाषा
settings = डिस्प्ले
help = मदद
more = और दिखाएँ
page-next = अगला पेज
page-previous = पिछला पेज
# $page, $pages: numbers
page-of = पेज { $page } / { $pages }

## Lists
filter-all = सभी
filter-today = आज
filter-weekend = इस सप्ताहांत
filter-free = मुफ़्त
filter-children = बच्चों के लिए
filter-near = यहाँ पास में
filter-label = दिखाएँ
nothing-found = अभी यहाँ कुछ नहीं है
nothing-found-hint = ऊपर कोई दूसरा विकल्प चुनें या वापस जाएँ।
free = मुफ़्त
sample = नमूना
sample-note = यह बनाया हुआ उदाहरण है। इससे पता चलता है कि ऑफ़र कैसे दिखेंगे।
machine-draft = मशीनी अनुवाद, अभी किसी व्यक्ति ने जाँचा नहीं है।
only-in-language = केवल इस भाषा में उपलब्ध: { $language }।

## Kinds of places
place-landmark = दर्शनीय स्थल
place-museum = संग्रहालय
place-library = पुस्तकालय
place-park = पार्क
place-restroom = शौचालय
place-station = स्टेशन
place-venue = स्टेडियम और एरीना
place-market = बाज़ार
place-theatre = थिएटर और संगीत
place-civic = शहर के कार्यालय
place-beach = समुद्र तट
place-school = स्कूल
place-hospital = अस्पताल
place-shelter = आश्रय स्थल
place-food = खाना

## Kinds of events
event-music = संगीत
event-art = कला
event-film = फ़िल्म
event-market = बाज़ार
event-sport = खेल
event-games = 2028 खेल
event-festival = उत्सव
event-tour = टूर
event-talk = वार्ता
event-civic = शहर
event-family = परिवार
event-holiday = त्योहार

## Kinds of offers
offer-food = खाना
offer-coffee = कॉफ़ी
offer-shop = ख़रीदारी
offer-books = किताबें
offer-culture = संस्कृति
offer-wellness = सेहत
offer-service = सेवाएँ

## Groups of service pages
service-streets = सड़कें
service-waste = कचरा और रीसाइक्लिंग
service-housing = आवास
service-health = स्वास्थ्य
service-library = पुस्तकालय
service-parks = पार्क
service-transport = आवागमन
service-safety = सुरक्षा
service-permits = परमिट
service-voting = मतदान
service-internet = इंटरनेट
service-animals = पशु
service-work = रोज़गार

## Details
section-about = परिचय
section-hours = समय
section-access = सुगम्यता
section-steps = क्या करें
section-eligibility = किसके लिए है
section-cost = शुल्क
section-walk-in = यहाँ ख़ुद जाएँ
section-terms = शर्तें
section-more-dates = और तारीख़ें
section-events-here = यहाँ के कार्यक्रम
access-unknown = अभी पता नहीं। भरोसा करने से पहले वहाँ पूछ लें।
access-step-free = बिना सीढ़ियों के
access-partly-step-free = कुछ हिस्सा बिना सीढ़ियों के
access-steps = सीढ़ियाँ हैं
access-accessible-restroom = सुगम शौचालय
access-elevator = लिफ़्ट
access-accessible-parking = सुगम पार्किंग
access-assistive-listening = सुनने में सहायक उपकरण
access-sign-language = सांकेतिक भाषा
access-audio-description = ऑडियो विवरण
access-tactile-paving = स्पर्श पथ
access-quiet = शांत जगह
# $distance is a formatted distance such as “400 ft”
distance-away = { $distance } दूर
distance-walk = पैदल क़रीब { $minutes }
you-are-here = आप यहाँ हैं
valid-until = { $date } तक मान्य
valid-always = अगली सूचना तक मान्य
phone-label = फ़ोन करें: { $phone }
all-day = पूरा दिन

## Where something lies, seen from a person who looks at the screen
direction-ahead = ठीक सामने, इस स्क्रीन के पीछे
direction-ahead-right = सामने दाईं ओर
direction-right = आपके दाईं ओर
direction-behind-right = आपके पीछे दाईं ओर
direction-behind = आपके पीछे
direction-behind-left = आपके पीछे बाईं ओर
direction-left = आपके बाईं ओर
direction-ahead-left = सामने बाईं ओर

## Opening hours
open-until = { $time } तक खुला
open-always = हमेशा खुला
closed-now = अभी बंद है
closed-until = बंद है, खुलेगा: { $when }
hours-unknown = जाने से पहले समय जाँच लें
closed-day = बंद

## Hand-over to a phone
take-with-you = अपने फ़ोन पर खोलें
take-event = इस कार्यक्रम को अपने कैलेंडर में जोड़ने के लिए स्कैन करें। जानकारी कोड में ही है: न ऐप, न ट्रैकिंग।
take-place = इस जगह को अपने मैप में खोलने के लिए स्कैन करें। जगह की जानकारी कोड में ही है: न ऐप, न ट्रैकिंग।
qr-label = फ़ोन के कैमरे से स्कैन करने का कोड

## Language screen
language-title = अपनी भाषा चुनें

## Display settings
settings-title = डिस्प्ले
settings-text-size = अक्षरों का आकार
settings-theme = रंग
theme-dark = गहरा
theme-light = हल्का
theme-contrast = ऊँचा कंट्रास्ट
settings-reach = स्क्रीन पर नीचे
settings-reach-hint = सब कुछ व्हीलचेयर की पहुँच में लाता है
settings-motion = कम हलचल
settings-motion-hint = तस्वीरें न खिसकेंगी, न धुँधली होंगी
on = चालू
off = बंद
settings-reset = सामान्य पर लौटें

## End of the visit
timeout-title = क्या आप अब भी यहाँ हैं?
# $count: seconds left
timeout-body = { $count ->
    [one] { $count } सेकंड में यह सत्र समाप्त होगा। आपने यहाँ जो किया, वह सहेजा नहीं जाता।
   *[other] { $count } सेकंड में यह सत्र समाप्त होगा। आपने यहाँ जो किया, वह सहेजा नहीं जाता।
}
timeout-stay = मैं अब भी यहाँ हूँ
timeout-end = मेरा काम हो गया
end-visit = समाप्त करें

## Help
help-title = मदद
help-what = यह शहर की जानकारी देने वाली मुफ़्त स्क्रीन है। कार्ड खोलने के लिए उसे छुएँ। नीचे की पट्टी से वापस जाएँ, भाषा बदलें या अक्षर बड़े करें।
help-call = शहर की किसी भी सेवा के लिए किसी भी फ़ोन से { $phone } पर कॉल करें।
help-privacy-title = आपकी निजता
help-privacy = इस स्क्रीन में कैमरा नहीं है। यह आपकी कोई जानकारी नहीं रखती: आपके जाने पर यह रीसेट हो जाती है।
help-where = आप यहाँ हैं: { $place }।
help-kiosk = इस स्क्रीन का नाम: { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = ऑफ़लाइन
offline-body = इस स्क्रीन पर अभी नई जानकारी नहीं आ पा रही है। जो दिख रहा है, वह { $ago } अपडेट हुआ था।
stale-title = अपडेट नहीं है
stale-body = पिछला अपडेट: { $ago }। समय और तारीख़ें बदल गई हो सकती हैं।
empty-title = यह स्क्रीन तैयार की जा रही है
empty-body = जानकारी मिलते ही यह शहर की सूचना दिखाएगी। शहर की किसी भी सेवा के लिए 311 पर कॉल करें।
error-title = कुछ गड़बड़ हो गई
error-body = यह स्क्रीन फिर से शुरू हो रही है। शहर की किसी भी सेवा के लिए 311 पर कॉल करें।
record-gone = यह पेज अब उपलब्ध नहीं है
record-gone-hint = शहर ने अपनी जानकारी अपडेट की है। नया देखने के लिए वापस जाएँ।

## The screen that shows in an emergency, and a test of it
alert-kicker = आपात स्थिति · { $city }
alert-continue = आगे बढ़ें
alert-test-title = आपात स्क्रीन की जाँच
alert-test-body = यह केवल जाँच है। आपको कुछ नहीं करना है।
