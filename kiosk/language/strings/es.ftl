### What the kiosk says, in Spanish. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = Toque para explorar su ciudad
attract-summary = Pantalla de información de { $city }. { $headline }
attract-pause = Pausa
attract-play = Reanudar

## Greetings on the home screen
greeting-morning = Buenos días.
greeting-afternoon = Buenas tardes.
greeting-evening = Buenas noches.
home-question = ¿Qué está buscando?
home-around = A su alrededor ahora
home-nothing-around = No hay nada abierto cerca en este momento.

## The doors of the home screen, and the titles of their screens
places = Encontrar un lugar
places-hint = Atracciones, parques, baños
events = Qué hacer
# $count: how many events take place today
events-today-count = { $count ->
    [0] Vea lo que viene
    [one] { $count } evento hoy
   *[other] { $count } eventos hoy
}
services = Servicios de la ciudad
services-hint = Bibliotecas, vivienda, permisos
offers = Ofertas cercanas
offers-hint = Cafés y tiendas a su alrededor

## Action bar and status strip
home = Inicio
back = Atrás
language = Idioma
settings = Pantalla
help = Ayuda
more = Ver más
page-next = Página siguiente
page-previous = Página anterior
# $page, $pages: numbers
page-of = Página { $page } de { $pages }

## Lists
filter-all = Todo
filter-today = Hoy
filter-weekend = Este fin de semana
filter-free = Gratis
filter-children = Para niños
filter-near = Cerca de aquí
filter-label = Mostrar
nothing-found = No hay nada por ahora
nothing-found-hint = Pruebe otra opción de arriba o regrese.
free = Gratis
sample = Ejemplo
sample-note = Es un ejemplo inventado. Muestra cómo se verán las ofertas.
machine-draft = Traducción automática, aún no revisada por una persona.
only-in-language = Solo disponible en este idioma: { $language }.

## Kinds of places
place-landmark = Lugares emblemáticos
place-museum = Museos
place-library = Bibliotecas
place-park = Parques
place-restroom = Baños
place-station = Estaciones
place-venue = Estadios y arenas
place-market = Mercados
place-theatre = Teatros y música
place-civic = Oficinas de la ciudad
place-beach = Playas
place-school = Escuelas
place-hospital = Hospitales
place-shelter = Albergues
place-food = Comida

## Kinds of events
event-music = Música
event-art = Arte
event-film = Cine
event-market = Mercado
event-sport = Deportes
event-games = Juegos de 2028
event-festival = Festival
event-tour = Recorrido
event-talk = Charla
event-civic = Ciudad
event-family = Familia
event-holiday = Día festivo

## Kinds of offers
offer-food = Comida
offer-coffee = Café
offer-shop = Compras
offer-books = Libros
offer-culture = Cultura
offer-wellness = Bienestar
offer-service = Servicios

## Groups of service pages
service-streets = Calles
service-waste = Basura y reciclaje
service-housing = Vivienda
service-health = Salud
service-library = Biblioteca
service-parks = Parques
service-transport = Transporte
service-safety = Seguridad
service-permits = Permisos
service-voting = Votación
service-internet = Internet
service-animals = Animales
service-work = Trabajo

## Details
section-about = Información
section-hours = Horario
section-access = Accesibilidad
section-steps = Qué hacer
section-eligibility = Para quién es
section-cost = Costo
section-walk-in = Atención en persona
section-terms = Condiciones
section-more-dates = Más fechas
section-events-here = Eventos aquí
access-unknown = Aún no se sabe. Pregunte en el lugar antes de contar con ello.
access-step-free = Sin escalones
access-partly-step-free = En parte sin escalones
access-steps = Tiene escalones
access-accessible-restroom = Baño accesible
access-elevator = Elevador
access-accessible-parking = Estacionamiento accesible
access-assistive-listening = Sistema de ayuda auditiva
access-sign-language = Lengua de señas
access-audio-description = Audiodescripción
access-tactile-paving = Pavimento táctil
access-quiet = Espacio tranquilo
# $distance is a formatted distance such as “400 ft”
distance-away = a { $distance }
distance-walk = unos { $minutes } a pie
you-are-here = Usted está aquí
valid-until = Válido hasta el { $date }
valid-always = Válido hasta nuevo aviso
phone-label = Llame al { $phone }
all-day = Todo el día

## Where something lies, seen from a person who looks at the screen
direction-ahead = al frente, detrás de esta pantalla
direction-ahead-right = al frente a la derecha
direction-right = a su derecha
direction-behind-right = detrás de usted a la derecha
direction-behind = detrás de usted
direction-behind-left = detrás de usted a la izquierda
direction-left = a su izquierda
direction-ahead-left = al frente a la izquierda

## Opening hours
open-until = Abierto hasta { $time }
open-always = Siempre abierto
closed-now = Cerrado ahora
closed-until = Cerrado, abre { $when }
hours-unknown = Confirme el horario antes de ir
closed-day = Cerrado

## Hand-over to a phone
take-with-you = Ábralo en su teléfono
take-event = Escanee para guardar este evento en su calendario. El código contiene el evento mismo: sin app y sin rastreo.
take-place = Escanee para abrir este lugar en su mapa. El código contiene la ubicación misma: sin app y sin rastreo.
qr-label = Código para escanear con la cámara de su teléfono

## Language screen
language-title = Elija su idioma

## Display settings
settings-title = Pantalla
settings-text-size = Tamaño del texto
settings-theme = Colores
theme-dark = Oscuro
theme-light = Claro
theme-contrast = Alto contraste
settings-reach = Más abajo en la pantalla
settings-reach-hint = Pone todo al alcance desde una silla de ruedas
settings-motion = Menos movimiento
settings-motion-hint = Sin imágenes que se deslicen o se desvanezcan
on = Sí
off = No
settings-reset = Volver a lo normal

## End of the visit
timeout-title = ¿Sigue ahí?
# $count: seconds left
timeout-body = { $count ->
    [one] Esta visita termina en { $count } segundo. No se guarda nada de lo que hizo aquí.
   *[other] Esta visita termina en { $count } segundos. No se guarda nada de lo que hizo aquí.
}
timeout-stay = Sigo aquí
timeout-end = Ya terminé
end-visit = Terminar visita

## Help
help-title = Ayuda
help-what = Esta es una pantalla gratuita de información de la ciudad. Toque una tarjeta para abrirla y use la barra de abajo para regresar, cambiar el idioma o agrandar el texto.
help-call = Para cualquier servicio de la ciudad, llame al { $phone } desde cualquier teléfono.
help-privacy-title = Su privacidad
help-privacy = Esta pantalla no tiene cámara. No guarda nada de su visita: cuando usted se va, vuelve al inicio.
help-where = Usted está en: { $place }.
help-kiosk = Nombre de esta pantalla: { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = Sin conexión
offline-body = Esta pantalla no puede recibir actualizaciones en este momento. Lo que ve estaba al día { $ago }.
stale-title = No está al día
stale-body = Última actualización: { $ago }. Los horarios y las fechas pueden haber cambiado.
empty-title = Esta pantalla se está preparando
empty-body = Mostrará información de la ciudad en cuanto la reciba. Para cualquier servicio de la ciudad, llame al 311.
error-title = Algo salió mal
error-body = Esta pantalla se está reiniciando. Para cualquier servicio de la ciudad, llame al 311.
record-gone = Esta página ya no está disponible
record-gone-hint = La ciudad actualizó su información. Regrese para ver lo nuevo.

## The screen that shows in an emergency, and a test of it
alert-kicker = Emergencia · { $city }
alert-continue = Continuar
alert-test-title = Prueba de la pantalla de emergencia
alert-test-body = Esto es solo una prueba. No tiene que hacer nada.
