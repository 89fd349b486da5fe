### What the kiosk says, in Simplified Chinese. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = 轻触屏幕，探索您的城市
attract-summary = { $city }信息屏。{ $headline }
attract-pause = 暂停
attract-play = 播放

## Greetings on the home screen
greeting-morning = 早上好。
greeting-afternoon = 下午好。
greeting-evening = 晚上好。
home-question = 您在找什么？
home-around = 附近地点
home-nothing-around = 目前附近没有开放的地点。

## The doors of the home screen, and the titles of their screens
places = 查找地点
places-hint = 景点、公园、洗手间
events = 活动
# $count: how many events take place today
events-today-count = { $count ->
    [0] 看看即将举行的活动
   *[other] 今天有 { $count } 项活动
}
services = 市政服务
services-hint = 图书馆、住房、许可
offers = 附近优惠
offers-hint = 您周围的咖啡馆和商店

## Action bar and status strip
home = 首页
back = 返回
language = 语言
settings = 显示
help = 帮助
more = 更多
page-next = 下一页
page-previous = 上一页
# $page, $pages: numbers
page-of = 第 { $page } 页，共 { $pages } 页

## Lists
filter-all = 全部
filter-today = 今天
filter-weekend = 本周末
filter-free = 免费
filter-children = 适合儿童
filter-near = 附近
filter-label = 显示
nothing-found = 目前这里没有内容
nothing-found-hint = 请试试上方的其他选项，或返回。
free = 免费
sample = 示例
sample-note = 这是虚构的示例，用来展示优惠的样子。
machine-draft = 机器翻译，尚未经人工核对。
only-in-language = 仅提供以下语言：{ $language }。

## Kinds of places
place-landmark = 地标
place-museum = 博物馆
place-library = 图书馆
place-park = 公园
place-restroom = 洗手间
place-station = 车站
place-venue = 体育场馆
place-market = 市场
place-theatre = 剧院和音乐
place-civic = 市政办公室
place-beach = 海滩
place-school = 学校
place-hospital = 医院
place-shelter = 收容所
place-food = 美食

## Kinds of events
event-music = 音乐
event-art = 艺术
event-film = 电影
event-market = 集市
event-sport = 体育
event-games = 2028 奥运和残奥
event-festival = 节庆
event-tour = 导览
event-talk = 讲座
event-civic = 市政
event-family = 亲子
event-holiday = 节日

## Kinds of offers
offer-food = 美食
offer-coffee = 咖啡
offer-shop = 购物
offer-books = 图书
offer-culture = 文化
offer-wellness = 健康
offer-service = 服务

## Groups of service pages
service-streets = 街道
service-waste = 垃圾和回收
service-housing = 住房
service-health = 健康
service-library = 图书馆
service-parks = 公园
service-transport = 交通
service-safety = 安全
service-permits = 许可
service-voting = 投票
service-internet = 网络
service-animals = 动物
service-work = 就业

## Details
section-about = 简介
section-hours = 开放时间
section-access = 无障碍设施
section-steps = 怎么做
section-eligibility = 适用对象
section-cost = 费用
section-walk-in = 现场办理
section-terms = 条件
section-more-dates = 其他日期
section-events-here = 这里的活动
access-unknown = 目前尚不清楚。前往之前请先向该处询问。
access-step-free = 无台阶
access-partly-step-free = 部分无台阶
access-steps = 有台阶
access-accessible-restroom = 无障碍洗手间
access-elevator = 电梯
access-accessible-parking = 无障碍停车位
access-assistive-listening = 助听设备
access-sign-language = 手语
access-audio-description = 口述影像
access-tactile-paving = 盲道
access-quiet = 安静空间
# $distance is a formatted distance such as “400 ft”
distance-away = 距离 { $distance }
distance-walk = 步行约 { $minutes }
you-are-here = 您在这里
valid-until = 有效期至 { $date }
valid-always = 有效至另行通知为止
phone-label = 请拨 { $phone }
all-day = 全天

## Where something lies, seen from a person who looks at the screen
direction-ahead = 正前方，在这个屏幕后面
direction-ahead-right = 右前方
direction-right = 右边
direction-behind-right = 右后方
direction-behind = 后方
direction-behind-left = 左后方
direction-left = 左边
direction-ahead-left = 左前方

## Opening hours
open-until = 开放至 { $time }
open-always = 全天候开放
closed-now = 现已关闭
closed-until = 已关闭，{ $when } 开放
hours-unknown = 前往之前请先确认开放时间
closed-day = 不开放

## Hand-over to a phone
take-with-you = 在手机上打开
take-event = 扫描即可将这项活动加入您的日历。活动信息就在二维码里：无需应用，也不会追踪。
take-place = 扫描即可在您的地图中打开这个地点。位置就在二维码里：无需应用，也不会追踪。
qr-label = 请用手机相机扫描此二维码

## Language screen
language-title = 选择您的语言

## Display settings
settings-title = 显示
settings-text-size = 文字大小
settings-theme = 颜色
theme-dark = 深色
theme-light = 浅色
theme-contrast = 高对比度
settings-reach = 移到屏幕下方
settings-reach-hint = 将所有内容移到轮椅使用者够得到的高度
settings-motion = 减少动态效果
settings-motion-hint = 图片不滑动、不淡入淡出
on = 开
off = 关
settings-reset = 恢复标准设置

## End of the visit
timeout-title = 您还在吗？
# $count: seconds left
timeout-body = { $count ->
   *[other] 本次使用将在 { $count } 秒后结束。您在这里的操作不会留下任何记录。
}
timeout-stay = 我还在
timeout-end = 我用完了
end-visit = 结束使用

## Help
help-title = 帮助
help-what = 这是免费的城市信息屏。轻触卡片即可打开；使用下方的按钮栏可返回、更换语言或放大文字。
help-call = 如需任何市政服务，请用任何电话拨打 { $phone }。
help-privacy-title = 您的隐私
help-privacy = 这个屏幕没有摄像头，也不保留您的使用记录：您离开后，屏幕会自动重置。
help-where = 您的位置：{ $place }。
help-kiosk = 本屏幕名称：{ $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = 离线
offline-body = 这个屏幕目前无法获取更新。您看到的是{ $ago }的信息。
stale-title = 并非最新信息
stale-body = 上次更新：{ $ago }。时间和日期可能已有变动。
empty-title = 这个屏幕正在设置中
empty-body = 收到数据后就会显示城市信息。如需任何市政服务，请拨 311。
error-title = 出现问题
error-body = 这个屏幕正在重新启动。如需任何市政服务，请拨 311。
record-gone = 此页面已不再提供
record-gone-hint = 市政府已更新信息。请返回查看最新内容。

## The screen that shows in an emergency, and a test of it
alert-kicker = 紧急情况 · { $city }
alert-continue = 继续
alert-test-title = 紧急画面测试
alert-test-body = 这只是测试，您不需要做任何事。
