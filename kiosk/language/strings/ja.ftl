### What the kiosk says, in Japanese. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = 画面にタッチして街を探索
attract-summary = { $city }の案内画面。{ $headline }
attract-pause = 一時停止
attract-play = 再生

## Greetings on the home screen
greeting-morning = おはようございます。
greeting-afternoon = こんにちは。
greeting-evening = こんばんは。
home-question = 何をお探しですか？
home-around = 現在地の周辺
home-nothing-around = いま近くで開いている場所はありません。

## The doors of the home screen, and the titles of their screens
places = 場所を探す
places-hint = 名所・公園・トイレ
events = イベント
# $count: how many events take place today
events-today-count = { $count ->
    [0] 今後の予定を見る
   *[other] 今日のイベント{ $count }件
}
services = 市のサービス
services-hint = 図書館・住宅・許可
offers = 近くの特典
offers-hint = 周辺のカフェとお店

## Action bar and status strip
home = ホーム
back = 戻る
language = 言語
settings = 表示
help = ヘルプ
more = もっと見る
page-next = 次のページ
page-previous = 前のページ
# $page, $pages: numbers
page-of = { $page } / { $pages }ページ

## Lists
filter-all = すべて
filter-today = 今日
filter-weekend = 今週末
filter-free = 無料
filter-children = 子ども向け
filter-near = この近く
filter-label = 表示
nothing-found = いまは何もありません
nothing-found-hint = 上で別の項目を選ぶか、前の画面に戻ってください。
free = 無料
sample = 見本
sample-note = 架空の例です。特典がどのように表示されるかを示しています。
machine-draft = 機械翻訳です。まだ人による確認を受けていません。
only-in-language = 次の言語のみで提供しています：{ $language }

## Kinds of places
place-landmark = 名所
place-museum = 博物館・美術館
place-library = 図書館
place-park = 公園
place-restroom = トイレ
place-station = 駅
place-venue = スタジアム・アリーナ
place-market = 市場
place-theatre = 劇場・音楽
place-civic = 市の窓口
place-beach = ビーチ
place-school = 学校
place-hospital = 病院
place-shelter = シェルター
place-food = 食事

## Kinds of events
event-music = 音楽
event-art = アート
event-film = 映画
event-market = マーケット
event-sport = スポーツ
event-games = 2028年大会
event-festival = お祭り
event-tour = ツアー
event-talk = 講演
event-civic = 市の行事
event-family = 家族向け
event-holiday = 祝日

## Kinds of offers
offer-food = 食事
offer-coffee = コーヒー
offer-shop = 買い物
offer-books = 本
offer-culture = 文化
offer-wellness = 健康
offer-service = サービス

## Groups of service pages
service-streets = 道路
service-waste = ごみ・リサイクル
service-housing = 住宅
service-health = 健康
service-library = 図書館
service-parks = 公園
service-transport = 交通
service-safety = 安全
service-permits = 許可
service-voting = 投票
service-internet = インターネット
service-animals = 動物
service-work = 仕事

## Details
section-about = 概要
section-hours = 利用時間
section-access = バリアフリー
section-steps = 手順
section-eligibility = 対象となる方
section-cost = 費用
section-walk-in = 窓口
section-terms = 条件
section-more-dates = ほかの日程
section-events-here = ここでのイベント
access-unknown = まだ分かっていません。ご利用の前に現地でお確かめください。
access-step-free = 段差なし
access-partly-step-free = 一部段差なし
access-steps = 段差あり
access-accessible-restroom = バリアフリートイレ
access-elevator = エレベーター
access-accessible-parking = 障がい者用駐車場
access-assistive-listening = 聴覚補助機器
access-sign-language = 手話
access-audio-description = 音声ガイド
access-tactile-paving = 点字ブロック
access-quiet = 静かな場所
# $distance is a formatted distance such as “400 ft”
distance-away = ここから{ $distance }
distance-walk = 徒歩約{ $minutes }
you-are-here = 現在地
valid-until = { $date }まで有効
valid-always = 当面の間有効
phone-label = 電話 { $phone }
all-day = 終日

## Where something lies, seen from a person who looks at the screen
direction-ahead = 正面、この画面の裏側
direction-ahead-right = 右前方
direction-right = 右側
direction-behind-right = 右後方
direction-behind = 後ろ
direction-behind-left = 左後方
direction-left = 左側
direction-ahead-left = 左前方

## Opening hours
open-until = { $time }まで利用できます
open-always = いつでも利用できます
closed-now = 利用時間外
closed-until = 利用時間外、{ $when }から
hours-unknown = お出かけ前に利用時間をご確認ください
closed-day = 休み

## Hand-over to a phone
take-with-you = スマートフォンで開く
take-event = 読み取ると、このイベントをカレンダーに追加できます。情報はコードの中にあり、アプリも追跡もありません。
take-place = 読み取ると、この場所を地図で開けます。位置情報はコードの中にあり、アプリも追跡もありません。
qr-label = スマートフォンのカメラで読み取るコード

## Language screen
language-title = 言語を選んでください

## Display settings
settings-title = 表示
settings-text-size = 文字の大きさ
settings-theme = 色
theme-dark = ダーク
theme-light = ライト
theme-contrast = ハイコントラスト
settings-reach = 画面の下側に表示
settings-reach-hint = 車いすから手の届く高さにすべて移します
settings-motion = 動きを減らす
settings-motion-hint = 画像のスライドやフェードを止めます
on = オン
off = オフ
settings-reset = 標準に戻す

## End of the visit
timeout-title = まだご利用中ですか？
# $count: seconds left
timeout-body = { $count ->
   *[other] あと{ $count }秒で終了します。ここでの操作は一切保存されません。
}
timeout-stay = 続ける
timeout-end = 終わりました
end-visit = 利用を終える

## Help
help-title = ヘルプ
help-what = 無料の街の案内画面です。カードにタッチすると開きます。下のバーで、戻る、言語の切り替え、文字の拡大ができます。
help-call = 市のサービスについては、どの電話からでも{ $phone }におかけください。
help-privacy-title = プライバシー
help-privacy = この画面にカメラはありません。ご利用の記録は残さず、お帰りになると最初の状態に戻ります。
help-where = 現在地：{ $place }
help-kiosk = この画面の名前：{ $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = オフライン
offline-body = 現在、最新の情報を受信できません。表示は{ $ago }の時点のものです。
stale-title = 最新ではありません
stale-body = 最終更新：{ $ago }。時間や日付が変わっている場合があります。
empty-title = この画面は準備中です
empty-body = 情報を受け取りしだい、街の案内を表示します。市のサービスについては311におかけください。
error-title = 問題が発生しました
error-body = 画面を再起動しています。市のサービスについては311におかけください。
record-gone = このページは現在ご覧いただけません
record-gone-hint = 市が情報を更新しました。戻って新しい情報をご覧ください。

## The screen that shows in an emergency, and a test of it
alert-kicker = 緊急 · { $city }
alert-continue = 続ける
alert-test-title = 緊急画面のテスト
alert-test-body = これはテストです。何もする必要はありません。
