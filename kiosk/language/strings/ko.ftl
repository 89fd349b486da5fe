### What the kiosk says, in Korean. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = 터치하여 도시를 둘러보세요
attract-summary = { $city } 안내 화면. { $headline }
attract-pause = 일시정지
attract-play = 재생

## Greetings on the home screen
greeting-morning = 좋은 아침입니다.
greeting-afternoon = 안녕하세요.
greeting-evening = 좋은 저녁입니다.
home-question = 무엇을 찾으세요?
home-around = 지금 내 주변
home-nothing-around = 지금 주변에 문을 연 곳이 없습니다.

## The doors of the home screen, and the titles of their screens
places = 장소 찾기
places-hint = 명소, 공원, 화장실
events = 행사
# $count: how many events take place today
events-today-count = { $count ->
    [0] 다가올 행사를 확인하세요
   *[other] 오늘 행사 { $count }건
}
services = 시 서비스
services-hint = 도서관, 주택, 허가
offers = 주변 혜택
offers-hint = 주변의 카페와 상점

## Action bar and status strip
home = 홈
back = 뒤로
language = 언어
settings = 화면 설정
help = 도움말
more = 더 보기
page-next = 다음 페이지
page-previous = 이전 페이지
# $page, $pages: numbers
page-of = { $pages }페이지 중 { $page }페이지

## Lists
filter-all = 전체
filter-today = 오늘
filter-weekend = 이번 주말
filter-free = 무료
filter-children = 어린이
filter-near = 이 근처
filter-label = 보기
nothing-found = 지금은 표시할 내용이 없습니다
nothing-found-hint = 위에서 다른 항목을 고르거나 뒤로 가세요.
free = 무료
sample = 예시
sample-note = 실제가 아닌 예시입니다. 혜택이 어떻게 표시되는지 보여 줍니다.
machine-draft = 기계 번역이며 아직 사람이 확인하지 않았습니다.
only-in-language = 다음 언어로만 제공됩니다: { $language }.

## Kinds of places
place-landmark = 명소
place-museum = 박물관·미술관
place-library = 도서관
place-park = 공원
place-restroom = 화장실
place-station = 역
place-venue = 경기장
place-market = 시장
place-theatre = 극장·음악
place-civic = 시청·관공서
place-beach = 해변
place-school = 학교
place-hospital = 병원
place-shelter = 쉼터
place-food = 음식

## Kinds of events
event-music = 음악
event-art = 미술
event-film = 영화
event-market = 장터
event-sport = 스포츠
event-games = 2028 올림픽·패럴림픽
event-festival = 축제
event-tour = 투어
event-talk = 강연
event-civic = 시 행사
event-family = 가족
event-holiday = 공휴일

## Kinds of offers
offer-food = 음식
offer-coffee = 커피
offer-shop = 쇼핑
offer-books = 책
offer-culture = 문화
offer-wellness = 건강·웰빙
offer-service = 서비스

## Groups of service pages
service-streets = 도로
service-waste = 쓰레기·재활용
service-housing = 주택
service-health = 건강
service-library = 도서관
service-parks = 공원
service-transport = 교통
service-safety = 안전
service-permits = 허가
service-voting = 투표
service-internet = 인터넷
service-animals = 동물
service-work = 일자리

## Details
section-about = 소개
section-hours = 이용 시간
section-access = 접근성
section-steps = 이용 방법
section-eligibility = 이용 대상
section-cost = 비용
section-walk-in = 방문 접수
section-terms = 조건
section-more-dates = 다른 날짜
section-events-here = 이곳의 행사
access-unknown = 아직 확인되지 않았습니다. 이용 전에 현장에 문의하세요.
access-step-free = 계단 없음
access-partly-step-free = 일부 계단 없음
access-steps = 계단 있음
access-accessible-restroom = 장애인 화장실
access-elevator = 엘리베이터
access-accessible-parking = 장애인 주차장
access-assistive-listening = 청취 보조 장치
access-sign-language = 수어
access-audio-description = 음성 해설
access-tactile-paving = 점자 블록
access-quiet = 조용한 공간
# $distance is a formatted distance such as “400 ft”
distance-away = { $distance } 거리
distance-walk = 걸어서 약 { $minutes }
you-are-here = 현 위치
valid-until = { $date }까지 유효
valid-always = 별도 안내 시까지 유효
phone-label = 전화 { $phone }
all-day = 하루 종일

## Where something lies, seen from a person who looks at the screen
direction-ahead = 정면, 이 화면 뒤쪽
direction-ahead-right = 오른쪽 앞
direction-right = 오른쪽
direction-behind-right = 오른쪽 뒤
direction-behind = 뒤쪽
direction-behind-left = 왼쪽 뒤
direction-left = 왼쪽
direction-ahead-left = 왼쪽 앞

## Opening hours
open-until = { $time }까지 이용 가능
open-always = 언제나 이용 가능
closed-now = 지금은 닫힘
closed-until = 닫힘, { $when }에 열림
hours-unknown = 가기 전에 이용 시간을 확인하세요
closed-day = 닫힘

## Hand-over to a phone
take-with-you = 휴대전화에서 열기
take-event = 스캔하면 이 행사를 캘린더에 추가할 수 있습니다. 코드에 행사 정보가 들어 있어 앱도 추적도 없습니다.
take-place = 스캔하면 지도에서 이 장소를 열 수 있습니다. 코드에 위치 정보가 들어 있어 앱도 추적도 없습니다.
qr-label = 휴대전화 카메라로 스캔하는 코드

## Language screen
language-title = 언어를 선택하세요

## Display settings
settings-title = 화면 설정
settings-text-size = 글자 크기
settings-theme = 색상
theme-dark = 어둡게
theme-light = 밝게
theme-contrast = 고대비
settings-reach = 화면 아래로 내리기
settings-reach-hint = 휠체어에서 손이 닿는 높이로 모두 옮깁니다
settings-motion = 움직임 줄이기
settings-motion-hint = 그림이 밀리거나 서서히 바뀌지 않습니다
on = 켬
off = 끔
settings-reset = 기본 설정으로

## End of the visit
timeout-title = 아직 이용 중이신가요?
# $count: seconds left
timeout-body = { $count ->
   *[other] { $count }초 후 이용이 종료됩니다. 이용 내용은 저장되지 않습니다.
}
timeout-stay = 계속 이용하기
timeout-end = 다 봤습니다
end-visit = 이용 종료

## Help
help-title = 도움말
help-what = 무료 도시 안내 화면입니다. 카드를 터치하면 열립니다. 아래쪽 막대에서 뒤로 가거나 언어를 바꾸거나 글자를 키울 수 있습니다.
help-call = 시 서비스가 필요하면 어느 전화에서나 { $phone }번으로 전화하세요.
help-privacy-title = 개인정보 보호
help-privacy = 이 화면에는 카메라가 없습니다. 이용 내용을 저장하지 않으며, 자리를 떠나시면 처음 상태로 돌아갑니다.
help-where = 현재 위치: { $place }
help-kiosk = 이 화면의 이름: { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = 오프라인
offline-body = 지금 새 정보를 받을 수 없습니다. 표시된 내용은 { $ago } 기준입니다.
stale-title = 최신 정보가 아님
stale-body = 마지막 업데이트: { $ago }. 시간과 날짜가 바뀌었을 수 있습니다.
empty-title = 화면을 준비하고 있습니다
empty-body = 정보를 받는 대로 도시 안내를 표시합니다. 시 서비스가 필요하면 311번으로 전화하세요.
error-title = 문제가 생겼습니다
error-body = 화면을 다시 시작하고 있습니다. 시 서비스가 필요하면 311번으로 전화하세요.
record-gone = 이 페이지는 더 이상 볼 수 없습니다
record-gone-hint = 시에서 정보를 업데이트했습니다. 뒤로 가서 새 내용을 확인하세요.

## The screen that shows in an emergency, and a test of it
alert-kicker = 긴급 상황 · { $city }
alert-continue = 계속
alert-test-title = 긴급 화면 시험
alert-test-body = 이것은 시험일 뿐입니다. 아무것도 하지 않으셔도 됩니다.
