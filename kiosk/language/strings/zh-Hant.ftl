### What the kiosk says, in Traditional Chinese. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = 輕觸螢幕，探索您的城市
attract-summary = { $city }資訊螢幕。{ $headline }
attract-pause = 暫停
attract-play = 播放

## Greetings on the home screen
greeting-morning = 早安。
greeting-afternoon = 午安。
greeting-evening = 晚安。
home-question = 您在找什麼？
home-around = 附近地點
home-nothing-around = 目前附近沒有開放的地點。

## The doors of the home screen, and the titles of their screens
places = 尋找地點
places-hint = 景點、公園、洗手間
events = 活動
# $count: how many events take place today
events-today-count = { $count ->
    [0] 看看即將舉行的活動
   *[other] 今天有 { $count } 項活動
}
services = 市政服務
services-hint = 圖書館、住房、許可
offers = 附近優惠
offers-hint = 您周圍的咖啡館和商店

## Action bar and status strip
home = 首頁
back = 返回
language = 語言
settings = 顯示
help = 說明
more = 更多
page-next = 下一頁
page-previous = 上一頁
# $page, $pages: numbers
page-of = 第 { $page } 頁，共 { $pages } 頁

## Lists
filter-all = 全部
filter-today = 今天
filter-weekend = 本週末
filter-free = 免費
filter-children = 適合兒童
filter-near = 附近
filter-label = 顯示
nothing-found = 目前這裡沒有內容
nothing-found-hint = 請試試上方的其他選項，或返回。
free = 免費
sample = 範例
sample-note = 這是虛構的範例，用來展示優惠的樣子。
machine-draft = 機器翻譯，尚未經人工核對。
only-in-language = 僅提供以下語言：{ $language }。

## Kinds of places
place-landmark = 地標
place-museum = 博物館
place-library = 圖書館
place-park = 公園
place-restroom = 洗手間
place-station = 車站
place-venue = 體育場館
place-market = 市場
place-theatre = 劇院和音樂
place-civic = 市政辦公室
place-beach = 海灘
place-school = 學校
place-hospital = 醫院
place-shelter = 收容所
place-food = 美食

## Kinds of events
event-music = 音樂
event-art = 藝術
event-film = 電影
event-market = 市集
event-sport = 體育
event-games = 2028 奧運和殘奧
event-festival = 節慶
event-tour = 導覽
event-talk = 講座
event-civic = 市政
event-family = 親子
event-holiday = 節日

## Kinds of offers
offer-food = 美食
offer-coffee = 咖啡
offer-shop = 購物
offer-books = 書籍
offer-culture = 文化
offer-wellness = 健康
offer-service = 服務

## Groups of service pages
service-streets = 街道
service-waste = 垃圾和回收
service-housing = 住房
service-health = 健康
service-library = 圖書館
service-parks = 公園
service-transport = 交通
service-safety = 安全
service-permits = 許可
service-voting = 投票
service-internet = 網路
service-animals = 動物
service-work = 就業

## Details
section-about = 簡介
section-hours = 開放時間
section-access = 無障礙設施
section-steps = 怎麼做
section-eligibility = 適用對象
section-cost = 費用
section-walk-in = 親臨辦理
section-terms = 條件
section-more-dates = 其他日期
section-events-here = 這裡的活動
access-unknown = 目前尚不清楚。前往之前請先向該處詢問。
access-step-free = 無台階
access-partly-step-free = 部分無台階
access-steps = 有台階
access-accessible-restroom = 無障礙洗手間
access-elevator = 電梯
access-accessible-parking = 無障礙停車位
access-assistive-listening = 助聽設備
access-sign-language = 手語
access-audio-description = 口述影像
access-tactile-paving = 導盲磚
access-quiet = 安靜空間
# $distance is a formatted distance such as “400 ft”
distance-away = 距離 { $distance }
distance-walk = 步行約 { $minutes }
you-are-here = 您在這裡
valid-until = 有效期至 { $date }
valid-always = 有效至另行通知為止
phone-label = 請撥 { $phone }
all-day = 全天

## Where something lies, seen from a person who looks at the screen
direction-ahead = 正前方，在這個螢幕後面
direction-ahead-right = 右前方
direction-right = 右邊
direction-behind-right = 右後方
direction-behind = 後方
direction-behind-left = 左後方
direction-left = 左邊
direction-ahead-left = 左前方

## Opening hours
open-until = 開放至 { $time }
open-always = 全天候開放
closed-now = 現已關閉
closed-until = 已關閉，{ $when } 開放
hours-unknown = 前往之前請先確認開放時間
closed-day = 不開放

## Hand-over to a phone
take-with-you = 在手機上打開
take-event = 掃描即可將這項活動加入您的行事曆。活動資料就在 QR 碼裡：無需應用程式，也不會追蹤。
take-place = 掃描即可在您的地圖中打開這個地點。位置就在 QR 碼裡：無需應用程式，也不會追蹤。
qr-label = 請用手機相機掃描此 QR 碼

## Language screen
language-title = 選擇您的語言

## Display settings
settings-title = 顯示
settings-text-size = 文字大小
settings-theme = 顏色
theme-dark = 深色
theme-light = 淺色
theme-contrast = 高對比
settings-reach = 移到螢幕下方
settings-reach-hint = 將所有內容移到輪椅使用者可觸及的高度
settings-motion = 減少動態效果
settings-motion-hint = 圖片不滑動、不淡入淡出
on = 開
off = 關
settings-reset = 恢復標準設定

## End of the visit
timeout-title = 您還在嗎？
# $count: seconds left
timeout-body = { $count ->
   *[other] 本次使用將在 { $count } 秒後結束。您在這裡的操作不會留下任何紀錄。
}
timeout-stay = 我還在
timeout-end = 我用完了
end-visit = 結束使用

## Help
help-title = 說明
help-what = 這是免費的城市資訊螢幕。輕觸卡片即可打開；使用下方的按鈕列可返回、更換語言或放大文字。
help-call = 如需任何市政服務，請用任何電話撥打 { $phone }。
help-privacy-title = 您的隱私
help-privacy = 這個螢幕沒有攝影機，也不保留您的使用紀錄：您離開後，螢幕會自動重設。
help-where = 您的位置：{ $place }。
help-kiosk = 本螢幕名稱：{ $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = 離線
offline-body = 這個螢幕目前無法取得更新。您看到的是{ $ago }的資訊。
stale-title = 並非最新資訊
stale-body = 上次更新：{ $ago }。時間和日期可能已有變動。
empty-title = 這個螢幕正在設定中
empty-body = 收到資料後就會顯示城市資訊。如需任何市政服務，請撥 311。
error-title = 發生問題
error-body = 這個螢幕正在重新啟動。如需任何市政服務，請撥 311。
record-gone = 此頁面已不再提供
record-gone-hint = 市政府已更新資訊。請返回查看最新內容。

## The screen that shows in an emergency, and a test of it
alert-kicker = 緊急狀況 · { $city }
alert-continue = 繼續
alert-test-title = 緊急畫面測試
alert-test-body = 這只是測試，您不需要做任何事。
