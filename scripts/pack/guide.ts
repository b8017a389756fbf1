/** What stands beside the start scripts for whoever opens the folder. */
const vietnamese = `BẢN ĐỒ QUY HOẠCH THANH HÓA, DÙNG KHÔNG CẦN MẠNG

1. Giải nén cả thư mục (không mở trực tiếp trong tệp zip).
2. Bấm đúp:
     Windows            start.bat
     macOS              start.command
     Linux              start.sh (hoặc trong cửa sổ dòng lệnh: sh start.sh)
   Lần đầu Windows có thể cảnh báo: chọn "Thông tin thêm", rồi "Vẫn chạy". macOS cũng vậy: bấm chuột phải, chọn
   "Mở"; từ macOS 15: Cài đặt hệ thống, Quyền riêng tư và bảo mật, "Vẫn mở".
3. Trình duyệt mở bản đồ. Đóng cửa sổ dòng lệnh để dừng.

Không cần cài Node, không cần quyền quản trị, không gửi gì ra mạng. Windows dùng PowerShell có sẵn; macOS và Linux
dùng python3, perl hoặc busybox. Cũng có thể đặt thư mục "site" lên bất kỳ máy chủ tệp nào.

Độ phủ, khoảng cách, vẽ, nhập, xuất, in và trình chiếu đều chạy ngay trên máy. Việc nào cần máy chủ thì bản đồ nói rõ.
Liên kết và mã QR tạo ở đây chỉ mở được trên máy này, trừ khi người đóng gói đã cho biết địa chỉ của bản đồ trên mạng.
Nguồn của dữ liệu: mục "Nguồn" trong bản đồ. Giấy phép: LICENSE, NOTICE, NOTICE-BASEMAP.md, LICENCES-SOFTWARE.txt.
`
const english = `THANH HÓA PLANNING ATLAS, WITHOUT A NETWORK

1. Unpack the whole folder (do not open it inside the zip).
2. Double-click:
     Windows            start.bat
     macOS              start.command
     Linux              start.sh (or in a terminal: sh start.sh)
   The first time, Windows may warn: choose "More info", then "Run anyway". So may macOS: right click, "Open"; from
   macOS 15 on: System Settings, Privacy & Security, "Open Anyway".
3. The browser opens the atlas. Close the terminal window to stop.

No Node, no administrator, nothing leaves the machine. Windows uses its own PowerShell; macOS and Linux use python3,
perl or busybox. The folder "site" can also be put on any server that sends files.

Coverage, distances, drawing, import, export, print and show all run on the machine itself. What takes a server says so.
Links and QR codes made here open on this machine only, unless whoever made the folder named the atlas on the web.
Sources of the data: the tab "Sources" of the atlas. Licences: LICENSE, NOTICE, NOTICE-BASEMAP.md, LICENCES-SOFTWARE.txt.
`

export const guide: readonly { name: string; text: string }[] = [
  { name: 'DOC-TRUOC.txt', text: vietnamese.replaceAll('\n', '\r\n') },
  { name: 'README.txt', text: english.replaceAll('\n', '\r\n') },
]
