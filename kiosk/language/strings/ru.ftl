### What the kiosk says, in Russian. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = Коснитесь экрана и откройте свой город
attract-summary = { $city }: информационный экран. { $headline }
attract-pause = Пауза
attract-play = Пуск

## Greetings on the home screen
greeting-morning = Доброе утро!
greeting-afternoon = Добрый день!
greeting-evening = Добрый вечер!
home-question = Что вы ищете?
home-around = Сейчас рядом с вами
home-nothing-around = Сейчас поблизости ничего не открыто.

## The doors of the home screen, and the titles of their screens
places = Найти место
places-hint = Достопримечательности, парки, туалеты
events = Афиша
# $count: how many events take place today
events-today-count = { $count ->
    [0] Смотрите, что будет дальше
    [one] { $count } событие сегодня
    [few] { $count } события сегодня
    [many] { $count } событий сегодня
   *[other] { $count } события сегодня
}
services = Городские службы
services-hint = Библиотеки, жильё, разрешения
offers = Предложения рядом
offers-hint = Кафе и магазины вокруг вас

## Action bar and status strip
home = Главная
back = Назад
language = Язык
settings = Экран
help = Помощь
more = Ещё
page-next = Следующая страница
page-previous = Предыдущая страница
# $page, $pages: numbers
page-of = Страница { $page } из { $pages }

## Lists
filter-all = Все
filter-today = Сегодня
filter-weekend = В выходные
filter-free = Бесплатно
filter-children = Для детей
filter-near = Рядом
filter-label = Показать
nothing-found = Сейчас здесь ничего нет
nothing-found-hint = Выберите другой вариант выше или вернитесь назад.
free = Бесплатно
sample = Пример
sample-note = Вымышленный пример. Он показывает, как будут выглядеть предложения.
machine-draft = Машинный перевод, ещё не проверен человеком.
only-in-language = Доступно только на этом языке: { $language }.

## Kinds of places
place-landmark = Достопримечательности
place-museum = Музеи
place-library = Библиотеки
place-park = Парки
place-restroom = Туалеты
place-station = Станции и вокзалы
place-venue = Стадионы и арены
place-market = Рынки
place-theatre = Театры и музыка
place-civic = Городские учреждения
place-beach = Пляжи
place-school = Школы
place-hospital = Больницы
place-shelter = Приюты
place-food = Еда

## Kinds of events
event-music = Музыка
event-art = Искусство
event-film = Кино
event-market = Ярмарка
event-sport = Спорт
event-games = Игры 2028 года
event-festival = Фестиваль
event-tour = Экскурсия
event-talk = Лекция
event-civic = Город
event-family = Для семьи
event-holiday = Праздник

## Kinds of offers
offer-food = Еда
offer-coffee = Кофе
offer-shop = Покупки
offer-books = Книги
offer-culture = Культура
offer-wellness = Здоровье
offer-service = Услуги

## Groups of service pages
service-streets = Улицы
service-waste = Мусор и переработка
service-housing = Жильё
service-health = Здоровье
service-library = Библиотека
service-parks = Парки
service-transport = Транспорт
service-safety = Безопасность
service-permits = Разрешения
service-voting = Выборы
service-internet = Интернет
service-animals = Животные
service-work = Работа

## Details
section-about = Описание
section-hours = Часы работы
section-access = Доступность
section-steps = Что делать
section-eligibility = Для кого
section-cost = Стоимость
section-walk-in = Личный приём
section-terms = Условия
section-more-dates = Другие даты
section-events-here = События здесь
access-unknown = Пока неизвестно. Уточните на месте заранее.
access-step-free = Без ступеней
access-partly-step-free = Частично без ступеней
access-steps = Есть ступени
access-accessible-restroom = Доступный туалет
access-elevator = Лифт
access-accessible-parking = Места для инвалидов на парковке
access-assistive-listening = Система для слабослышащих
access-sign-language = Жестовый язык
access-audio-description = Тифлокомментарий
access-tactile-paving = Тактильная плитка
access-quiet = Тихая зона
# $distance is a formatted distance such as “400 ft”
distance-away = { $distance } отсюда
distance-walk = около { $minutes } пешком
you-are-here = Вы здесь
valid-until = Действует до { $date }
valid-always = Действует до дальнейшего уведомления
phone-label = Звоните: { $phone }
all-day = Весь день

## Where something lies, seen from a person who looks at the screen
direction-ahead = прямо, за этим экраном
direction-ahead-right = впереди справа
direction-right = справа от вас
direction-behind-right = сзади справа
direction-behind = позади вас
direction-behind-left = сзади слева
direction-left = слева от вас
direction-ahead-left = впереди слева

## Opening hours
open-until = Открыто до { $time }
open-always = Открыто круглосуточно
closed-now = Закрыто
closed-until = Закрыто, откроется: { $when }
hours-unknown = Уточните часы работы заранее
closed-day = Закрыто

## Hand-over to a phone
take-with-you = Откройте на телефоне
take-event = Отсканируйте, чтобы добавить событие в календарь. Все данные — в самом коде: без приложения и без слежки.
take-place = Отсканируйте, чтобы открыть это место на карте. Координаты — в самом коде: без приложения и без слежки.
qr-label = Код для сканирования камерой телефона

## Language screen
language-title = Выберите язык

## Display settings
settings-title = Экран
settings-text-size = Размер текста
settings-theme = Цвета
theme-dark = Тёмный
theme-light = Светлый
theme-contrast = Высокий контраст
settings-reach = Ниже на экране
settings-reach-hint = Всё в пределах досягаемости с инвалидной коляски
settings-motion = Меньше движения
settings-motion-hint = Без скользящих и плавно меняющихся картинок
on = Вкл.
off = Выкл.
settings-reset = Вернуть как было

## End of the visit
timeout-title = Вы ещё здесь?
# $count: seconds left
timeout-body = { $count ->
    [one] Сеанс закончится через { $count } секунду. Ваши действия не сохраняются.
    [few] Сеанс закончится через { $count } секунды. Ваши действия не сохраняются.
    [many] Сеанс закончится через { $count } секунд. Ваши действия не сохраняются.
   *[other] Сеанс закончится через { $count } секунды. Ваши действия не сохраняются.
}
timeout-stay = Я ещё здесь
timeout-end = Готово
end-visit = Закончить

## Help
help-title = Помощь
help-what = Это бесплатный экран с информацией о городе. Коснитесь карточки, чтобы открыть её. На панели внизу можно вернуться назад, сменить язык или увеличить текст.
help-call = По вопросам любых городских служб звоните { $phone } с любого телефона.
help-privacy-title = Ваша конфиденциальность
help-privacy = У этого экрана нет камеры. Он ничего не хранит о вашем визите: когда вы уходите, он возвращается в исходное состояние.
help-where = Вы находитесь здесь: { $place }.
help-kiosk = Название этого экрана: { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = Нет связи
offline-body = Сейчас экран не получает обновлений. Данные на экране обновлены { $ago }.
stale-title = Данные устарели
stale-body = Последнее обновление: { $ago }. Время и даты могли измениться.
empty-title = Экран настраивается
empty-body = Информация о городе появится, как только будет получена. По вопросам любых городских служб звоните 311.
error-title = Что-то пошло не так
error-body = Экран перезапускается. По вопросам любых городских служб звоните 311.
record-gone = Эта страница больше недоступна
record-gone-hint = Город обновил информацию. Вернитесь назад, чтобы увидеть новое.

## The screen that shows in an emergency, and a test of it
alert-kicker = Чрезвычайная ситуация · { $city }
alert-continue = Продолжить
alert-test-title = Проверка экстренного экрана
alert-test-body = Это только проверка. Ничего делать не нужно.
