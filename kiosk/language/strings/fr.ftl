### What the kiosk says, in French. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = Touchez pour explorer votre ville
attract-summary = Écran d’information – { $city }. { $headline }
attract-pause = Pause
attract-play = Lecture

## Greetings on the home screen
greeting-morning = Bonjour.
greeting-afternoon = Bonjour.
greeting-evening = Bonsoir.
home-question = Que cherchez-vous ?
home-around = Autour de vous maintenant
home-nothing-around = Rien d’ouvert à proximité pour le moment.

## The doors of the home screen, and the titles of their screens
places = Trouver un lieu
places-hint = Sites, parcs, toilettes
events = À l’affiche
# $count: how many events take place today
events-today-count = { $count ->
    [0] Voir ce qui est prévu
    [one] { $count } événement aujourd’hui
   *[other] { $count } événements aujourd’hui
}
services = Services de la ville
services-hint = Bibliothèques, logement, permis
offers = Offres à proximité
offers-hint = Cafés et boutiques autour de vous

## Action bar and status strip
home = Accueil
back = Retour
language = Langue
settings = Affichage
help = Aide
more = Afficher plus
page-next = Page suivante
page-previous = Page précédente
# $page, $pages: numbers
page-of = Page { $page } sur { $pages }

## Lists
filter-all = Tout
filter-today = Aujourd’hui
filter-weekend = Ce week-end
filter-free = Gratuit
filter-children = Pour les enfants
filter-near = Près d’ici
filter-label = Afficher
nothing-found = Rien ici pour le moment
nothing-found-hint = Essayez un autre choix ci-dessus ou revenez en arrière.
free = Gratuit
sample = Exemple
sample-note = Exemple inventé. Il montre à quoi ressembleront les offres.
machine-draft = Traduction automatique, pas encore vérifiée par une personne.
only-in-language = Disponible uniquement dans cette langue : { $language }.

## Kinds of places
place-landmark = Sites emblématiques
place-museum = Musées
place-library = Bibliothèques
place-park = Parcs
place-restroom = Toilettes
place-station = Gares et stations
place-venue = Stades et arénas
place-market = Marchés
place-theatre = Théâtres et musique
place-civic = Services municipaux
place-beach = Plages
place-school = Écoles
place-hospital = Hôpitaux
place-shelter = Refuges
place-food = Restauration

## Kinds of events
event-music = Musique
event-art = Art
event-film = Cinéma
event-market = Marché
event-sport = Sports
event-games = Jeux de 2028
event-festival = Festival
event-tour = Visite guidée
event-talk = Conférence
event-civic = Ville
event-family = Famille
event-holiday = Jour férié

## Kinds of offers
offer-food = Restauration
offer-coffee = Café
offer-shop = Boutiques
offer-books = Livres
offer-culture = Culture
offer-wellness = Bien-être
offer-service = Services

## Groups of service pages
service-streets = Rues
service-waste = Déchets et recyclage
service-housing = Logement
service-health = Santé
service-library = Bibliothèque
service-parks = Parcs
service-transport = Se déplacer
service-safety = Sécurité
service-permits = Permis
service-voting = Vote
service-internet = Internet
service-animals = Animaux
service-work = Emploi

## Details
section-about = À propos
section-hours = Horaires
section-access = Accessibilité
section-steps = Que faire
section-eligibility = Pour qui
section-cost = Coût
section-walk-in = Se présenter à
section-terms = Conditions
section-more-dates = Autres dates
section-events-here = Événements ici
access-unknown = Pas encore connu. Renseignez-vous sur place avant de compter dessus.
access-step-free = Sans marches
access-partly-step-free = En partie sans marches
access-steps = Comporte des marches
access-accessible-restroom = Toilettes accessibles
access-elevator = Ascenseur
access-accessible-parking = Stationnement accessible
access-assistive-listening = Aide à l’audition
access-sign-language = Langue des signes
access-audio-description = Audiodescription
access-tactile-paving = Sol podotactile
access-quiet = Espace calme
# $distance is a formatted distance such as “400 ft”
distance-away = à { $distance }
distance-walk = environ { $minutes } à pied
you-are-here = Vous êtes ici
valid-until = Valable jusqu’au { $date }
valid-always = Valable jusqu’à nouvel ordre
phone-label = Appelez le { $phone }
all-day = Toute la journée

## Where something lies, seen from a person who looks at the screen
direction-ahead = droit devant, derrière cet écran
direction-ahead-right = devant, à droite
direction-right = à votre droite
direction-behind-right = derrière vous, à droite
direction-behind = derrière vous
direction-behind-left = derrière vous, à gauche
direction-left = à votre gauche
direction-ahead-left = devant, à gauche

## Opening hours
open-until = Ouvert jusqu’à { $time }
open-always = Toujours ouvert
closed-now = Fermé
closed-until = Fermé, ouvre : { $when }
hours-unknown = Vérifiez les horaires avant d’y aller
closed-day = Fermé

## Hand-over to a phone
take-with-you = Ouvrir sur votre téléphone
take-event = Scannez pour ajouter cet événement à votre agenda. Le code contient l’événement lui-même : sans application ni suivi.
take-place = Scannez pour ouvrir ce lieu sur votre carte. Le code contient la position elle-même : sans application ni suivi.
qr-label = Code à scanner avec l’appareil photo de votre téléphone

## Language screen
language-title = Choisissez votre langue

## Display settings
settings-title = Affichage
settings-text-size = Taille du texte
settings-theme = Couleurs
theme-dark = Sombre
theme-light = Clair
theme-contrast = Contraste élevé
settings-reach = Plus bas sur l’écran
settings-reach-hint = Place tout à portée depuis un fauteuil roulant
settings-motion = Moins de mouvement
settings-motion-hint = Pas d’images qui glissent ou s’estompent
on = Oui
off = Non
settings-reset = Réglages d’origine

## End of the visit
timeout-title = Êtes-vous toujours là ?
# $count: seconds left
timeout-body = { $count ->
    [one] Cette visite se termine dans { $count } seconde. Rien de ce que vous avez fait ici n’est conservé.
   *[other] Cette visite se termine dans { $count } secondes. Rien de ce que vous avez fait ici n’est conservé.
}
timeout-stay = Je suis toujours là
timeout-end = J’ai terminé
end-visit = Terminer la visite

## Help
help-title = Aide
help-what = Ceci est un écran gratuit d’information sur la ville. Touchez une carte pour l’ouvrir et utilisez la barre du bas pour revenir en arrière, changer de langue ou agrandir le texte.
help-call = Pour tout service de la ville, appelez le { $phone } depuis n’importe quel téléphone.
help-privacy-title = Votre vie privée
help-privacy = Cet écran n’a pas de caméra. Il ne garde rien de votre visite : quand vous partez, il se réinitialise.
help-where = Vous êtes ici : { $place }.
help-kiosk = Nom de cet écran : { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = Hors ligne
offline-body = Cet écran ne peut pas recevoir de mises à jour pour le moment. Ce que vous voyez était à jour { $ago }.
stale-title = Pas à jour
stale-body = Dernière mise à jour : { $ago }. Les heures et les dates ont pu changer.
empty-title = Cet écran est en cours d’installation
empty-body = Il affichera les informations de la ville dès qu’il les aura reçues. Pour tout service de la ville, appelez le 311.
error-title = Un problème est survenu
error-body = Cet écran redémarre. Pour tout service de la ville, appelez le 311.
record-gone = Cette page n’est plus disponible
record-gone-hint = La ville a mis à jour ses informations. Revenez en arrière pour voir les nouveautés.

## The screen that shows in an emergency, and a test of it
alert-kicker = Urgence · { $city }
alert-continue = Continuer
alert-test-title = Essai de l’écran d’urgence
alert-test-body = Ceci n’est qu’un essai. Vous n’avez rien à faire.
