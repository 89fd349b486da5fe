### What the kiosk says, in plain words.
### Comments name the screen; variables are explained where they are not plain.
### "kiosk" here is the street screen itself. Keep sentences short: people read them standing, in the sun.

## Attract screen: the invitation while nobody touches
attract-touch = Touch to explore your city
attract-summary = { $city } information screen. { $headline }
attract-pause = Pause
attract-play = Play

## Greetings on the home screen
greeting-morning = Good morning.
greeting-afternoon = Good afternoon.
greeting-evening = Good evening.
home-question = What are you looking for?
home-around = Around you now
home-nothing-around = Nothing nearby is open right now.

## The doors of the home screen, and the titles of their screens
places = Find a place
places-hint = Sights, parks, restrooms
events = What’s on
# $count: how many events take place today
events-today-count = { $count ->
    [0] See what’s coming up
    [one] { $count } event today
   *[other] { $count } events today
}
services = City services
services-hint = Libraries, housing, permits
offers = Offers nearby
offers-hint = Cafés and shops around you

## Action bar and status strip
home = Home
back = Back
language = Language
settings = Display
help = Help
more = More
page-next = Next page
page-previous = Previous page
# $page, $pages: numbers
page-of = Page { $page } of { $pages }

## Lists
filter-all = All
filter-today = Today
filter-weekend = This weekend
filter-free = Free
filter-children = For children
filter-near = Near here
filter-label = Show
nothing-found = Nothing here right now
nothing-found-hint = Try another choice above, or go back.
free = Free
sample = Sample
sample-note = A made-up example. It shows how offers will look.
machine-draft = Translated by machine, not yet checked by a person.
only-in-language = Only available in { $language }.

## Kinds of places
place-landmark = Landmarks
place-museum = Museums
place-library = Libraries
place-park = Parks
place-restroom = Restrooms
place-station = Stations
place-venue = Stadiums and arenas
place-market = Markets
place-theatre = Theaters and music
place-civic = City offices
place-beach = Beaches
place-school = Schools
place-hospital = Hospitals
place-shelter = Shelters
place-food = Food

## Kinds of events
event-music = Music
event-art = Art
event-film = Film
event-market = Market
event-sport = Sports
event-games = 2028 Games
event-festival = Festival
event-tour = Tour
event-talk = Talk
event-civic = City
event-family = Family
event-holiday = Holiday

## Kinds of offers
offer-food = Food
offer-coffee = Coffee
offer-shop = Shopping
offer-books = Books
offer-culture = Culture
offer-wellness = Wellness
offer-service = Services

## Groups of service pages
service-streets = Streets
service-waste = Trash and recycling
service-housing = Housing
service-health = Health
service-library = Library
service-parks = Parks
service-transport = Getting around
service-safety = Safety
service-permits = Permits
service-voting = Voting
service-internet = Internet
service-animals = Animals
service-work = Work

## Details
section-about = About
section-hours = Hours
section-access = Accessibility
section-steps = What to do
section-eligibility = Who it is for
section-cost = Cost
section-walk-in = Walk in at
section-terms = Conditions
section-more-dates = More dates
section-events-here = Events here
access-unknown = Not known yet. Ask there before you rely on it.
access-step-free = Step-free
access-partly-step-free = Partly step-free
access-steps = Has steps
access-accessible-restroom = Accessible restroom
access-elevator = Elevator
access-accessible-parking = Accessible parking
access-assistive-listening = Assistive listening
access-sign-language = Sign language
access-audio-description = Audio description
access-tactile-paving = Tactile paving
access-quiet = Quiet space
# $distance is a formatted distance such as “400 ft”
distance-away = { $distance } away
distance-walk = about { $minutes } on foot
you-are-here = You are here
valid-until = Valid until { $date }
valid-always = Valid until further notice
phone-label = Call { $phone }
all-day = All day

## Where something lies, seen from a person who looks at the screen
direction-ahead = straight ahead, behind this screen
direction-ahead-right = ahead to the right
direction-right = to your right
direction-behind-right = behind you to the right
direction-behind = behind you
direction-behind-left = behind you to the left
direction-left = to your left
direction-ahead-left = ahead to the left

## Opening hours
open-until = Open until { $time }
open-always = Always open
closed-now = Closed now
closed-until = Closed, opens { $when }
hours-unknown = Check the hours before you go
closed-day = Closed

## Hand-over to a phone
take-with-you = Open on your phone
take-event = Scan to put this event in your calendar. The code holds the event itself: no app, no tracking.
take-place = Scan to open this place in your map. The code holds the location itself: no app, no tracking.
qr-label = Code to scan with your phone’s camera

## Language screen
language-title = Choose your language

## Display settings
settings-title = Display
settings-text-size = Text size
settings-theme = Colors
theme-dark = Dark
theme-light = Light
theme-contrast = High contrast
settings-reach = Lower on the screen
settings-reach-hint = Moves everything within reach from a wheelchair
settings-motion = Less motion
settings-motion-hint = No sliding or fading pictures
on = On
off = Off
settings-reset = Back to standard

## End of the visit
timeout-title = Are you still there?
# $count: seconds left
timeout-body = { $count ->
    [one] This visit ends in { $count } second. Nothing you did here is kept.
   *[other] This visit ends in { $count } seconds. Nothing you did here is kept.
}
timeout-stay = I’m still here
timeout-end = I’m done
end-visit = End visit

## Help
help-title = Help
help-what = This is a free city information screen. Touch a card to open it, and use the bar at the bottom to go back, change the language or make the text larger.
help-call = For any city service, call { $phone } from any phone.
help-privacy-title = Your privacy
help-privacy = This screen has no camera. It keeps nothing of your visit: when you leave, it resets.
help-where = You are at { $place }.
help-kiosk = Name of this screen: { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = Offline
offline-body = This screen can’t get updates right now. What you see was up to date { $ago }.
stale-title = Not up to date
stale-body = Last updated { $ago }. Times and dates may have changed.
empty-title = This screen is being set up
empty-body = It will show city information as soon as it has received it. For any city service, call 311.
error-title = Something went wrong
error-body = This screen is restarting. For any city service, call 311.
record-gone = This page is no longer available
record-gone-hint = The city has updated its information. Go back to see what is new.

## The screen that shows in an emergency, and a test of it
alert-kicker = Emergency · { $city }
alert-continue = Continue
alert-test-title = Test of the emergency screen
alert-test-body = This is only a test. You do not have to do anything.
