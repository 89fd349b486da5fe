### What the kiosk says, in Vietnamese. A machine draft, not yet checked by a person.

## Attract screen: the invitation while nobody touches
attract-touch = Chạm để khám phá thành phố
attract-summary = Màn hình thông tin { $city }. { $headline }
attract-pause = Tạm dừng
attract-play = Phát

## Greetings on the home screen
greeting-morning = Chào buổi sáng.
greeting-afternoon = Chào buổi chiều.
greeting-evening = Chào buổi tối.
home-question = Quý vị đang tìm gì?
home-around = Quanh quý vị lúc này
home-nothing-around = Hiện không có nơi nào gần đây mở cửa.

## The doors of the home screen, and the titles of their screens
places = Tìm địa điểm
places-hint = Thắng cảnh, công viên, nhà vệ sinh
events = Sự kiện
# $count: how many events take place today
events-today-count = { $count ->
    [0] Xem những gì sắp diễn ra
   *[other] { $count } sự kiện hôm nay
}
services = Dịch vụ thành phố
services-hint = Thư viện, nhà ở, giấy phép
offers = Ưu đãi gần đây
offers-hint = Quán cà phê và cửa hàng quanh đây

## Action bar and status strip
home = Trang đầu
back = Quay lại
language = Ngôn ngữ
settings = Hiển thị
help = Trợ giúp
more = Xem thêm
page-next = Trang sau
page-previous = Trang trước
# $page, $pages: numbers
page-of = Trang { $page } / { $pages }

## Lists
filter-all = Tất cả
filter-today = Hôm nay
filter-weekend = Cuối tuần này
filter-free = Miễn phí
filter-children = Cho trẻ em
filter-near = Gần đây
filter-label = Hiện
nothing-found = Hiện chưa có gì ở đây
nothing-found-hint = Hãy thử lựa chọn khác ở trên hoặc quay lại.
free = Miễn phí
sample = Mẫu
sample-note = Đây là ví dụ được đặt ra để cho thấy ưu đãi sẽ trông như thế nào.
machine-draft = Bản dịch máy, chưa được người kiểm tra.
only-in-language = Chỉ có bằng ngôn ngữ này: { $language }.

## Kinds of places
place-landmark = Địa danh
place-museum = Bảo tàng
place-library = Thư viện
place-park = Công viên
place-restroom = Nhà vệ sinh
place-station = Nhà ga
place-venue = Sân vận động và nhà thi đấu
place-market = Chợ
place-theatre = Nhà hát và âm nhạc
place-civic = Văn phòng thành phố
place-beach = Bãi biển
place-school = Trường học
place-hospital = Bệnh viện
place-shelter = Nơi tạm trú
place-food = Ăn uống

## Kinds of events
event-music = Âm nhạc
event-art = Nghệ thuật
event-film = Phim
event-market = Chợ
event-sport = Thể thao
event-games = Thế vận hội 2028
event-festival = Lễ hội
event-tour = Tham quan
event-talk = Nói chuyện
event-civic = Thành phố
event-family = Gia đình
event-holiday = Ngày lễ

## Kinds of offers
offer-food = Ăn uống
offer-coffee = Cà phê
offer-shop = Mua sắm
offer-books = Sách
offer-culture = Văn hóa
offer-wellness = Sức khỏe
offer-service = Dịch vụ

## Groups of service pages
service-streets = Đường phố
service-waste = Rác và tái chế
service-housing = Nhà ở
service-health = Sức khỏe
service-library = Thư viện
service-parks = Công viên
service-transport = Đi lại
service-safety = An toàn
service-permits = Giấy phép
service-voting = Bầu cử
service-internet = Internet
service-animals = Động vật
service-work = Việc làm

## Details
section-about = Giới thiệu
section-hours = Giờ mở cửa
section-access = Tiện nghi cho người khuyết tật
section-steps = Cách thực hiện
section-eligibility = Dành cho ai
section-cost = Chi phí
section-walk-in = Đến trực tiếp
section-terms = Điều kiện
section-more-dates = Các ngày khác
section-events-here = Sự kiện tại đây
access-unknown = Chưa rõ. Hãy hỏi tại chỗ trước khi đến.
access-step-free = Không có bậc thang
access-partly-step-free = Một phần không có bậc thang
access-steps = Có bậc thang
access-accessible-restroom = Nhà vệ sinh cho người khuyết tật
access-elevator = Thang máy
access-accessible-parking = Chỗ đậu xe cho người khuyết tật
access-assistive-listening = Thiết bị trợ thính
access-sign-language = Ngôn ngữ ký hiệu
access-audio-description = Mô tả bằng âm thanh
access-tactile-paving = Lối đi xúc giác
access-quiet = Không gian yên tĩnh
# $distance is a formatted distance such as “400 ft”
distance-away = cách { $distance }
distance-walk = đi bộ khoảng { $minutes }
you-are-here = Quý vị đang ở đây
valid-until = Có giá trị đến { $date }
valid-always = Có giá trị đến khi có thông báo mới
phone-label = Gọi { $phone }
all-day = Cả ngày

## Where something lies, seen from a person who looks at the screen
direction-ahead = thẳng phía trước, sau màn hình này
direction-ahead-right = phía trước bên phải
direction-right = bên phải quý vị
direction-behind-right = phía sau bên phải
direction-behind = phía sau quý vị
direction-behind-left = phía sau bên trái
direction-left = bên trái quý vị
direction-ahead-left = phía trước bên trái

## Opening hours
open-until = Mở đến { $time }
open-always = Luôn mở cửa
closed-now = Đang đóng cửa
closed-until = Đóng cửa, mở lại { $when }
hours-unknown = Xem giờ mở cửa trước khi đến
closed-day = Đóng cửa

## Hand-over to a phone
take-with-you = Mở trên điện thoại của quý vị
take-event = Quét mã để thêm sự kiện vào lịch. Thông tin nằm ngay trong mã: không cần ứng dụng, không theo dõi.
take-place = Quét mã để mở địa điểm này trên bản đồ. Vị trí nằm ngay trong mã: không cần ứng dụng, không theo dõi.
qr-label = Mã để quét bằng máy ảnh điện thoại

## Language screen
language-title = Chọn ngôn ngữ

## Display settings
settings-title = Hiển thị
settings-text-size = Cỡ chữ
settings-theme = Màu sắc
theme-dark = Tối
theme-light = Sáng
theme-contrast = Tương phản cao
settings-reach = Hạ thấp trên màn hình
settings-reach-hint = Đưa mọi thứ vào tầm với từ xe lăn
settings-motion = Ít chuyển động
settings-motion-hint = Hình không trượt hay mờ dần
on = Bật
off = Tắt
settings-reset = Về mặc định

## End of the visit
timeout-title = Quý vị còn ở đó không?
# $count: seconds left
timeout-body = { $count ->
   *[other] Phiên này kết thúc sau { $count } giây. Không có gì quý vị làm ở đây được lưu lại.
}
timeout-stay = Tôi vẫn ở đây
timeout-end = Tôi xong rồi
end-visit = Kết thúc

## Help
help-title = Trợ giúp
help-what = Đây là màn hình thông tin thành phố miễn phí. Chạm vào thẻ để mở, và dùng thanh bên dưới để quay lại, đổi ngôn ngữ hoặc phóng to chữ.
help-call = Cần bất kỳ dịch vụ nào của thành phố, hãy gọi { $phone } từ bất kỳ điện thoại nào.
help-privacy-title = Quyền riêng tư
help-privacy = Màn hình này không có máy ảnh. Nó không lưu gì về lần ghé của quý vị: khi quý vị rời đi, nó trở về trạng thái ban đầu.
help-where = Quý vị đang ở { $place }.
help-kiosk = Tên màn hình này: { $id }

## Offline, stale, empty and error states
# $ago is a formatted span such as “3 hours ago”
offline-title = Mất kết nối
offline-body = Màn hình này hiện không nhận được thông tin mới. Thông tin quý vị thấy được cập nhật { $ago }.
stale-title = Chưa cập nhật
stale-body = Cập nhật lần cuối: { $ago }. Giờ và ngày có thể đã thay đổi.
empty-title = Màn hình này đang được chuẩn bị
empty-body = Thông tin thành phố sẽ hiện ra ngay khi nhận được. Cần bất kỳ dịch vụ nào của thành phố, hãy gọi 311.
error-title = Đã xảy ra lỗi
error-body = Màn hình này đang khởi động lại. Cần bất kỳ dịch vụ nào của thành phố, hãy gọi 311.
record-gone = Trang này không còn nữa
record-gone-hint = Thành phố đã cập nhật thông tin. Hãy quay lại để xem điều mới.

## The screen that shows in an emergency, and a test of it
alert-kicker = Khẩn cấp · { $city }
alert-continue = Tiếp tục
alert-test-title = Thử nghiệm màn hình khẩn cấp
alert-test-body = Đây chỉ là thử nghiệm. Quý vị không cần làm gì cả.
