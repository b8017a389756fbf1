/** What stands beside the start scripts for whoever opens the folder. */
const vietnamese = `BẢN ĐỒ QUY HOẠCH THANH HÓA, DÙNG KHÔNG CẦN MẠNG

1. Giải nén cả thư mục (không mở trực tiếp trong tệp zip).
2. Bấm đúp:
     Windows            start.bat
     macOS              start.command (lần đầu: bấm chuột phải, chọn Mở)
     Linux              start.sh
3. Trình duyệt mở bản đồ. Đóng cửa sổ dòng lệnh để dừng.

Không cần cài Node, không cần quyền quản trị, không gửi gì ra mạng. Windows dùng PowerShell có sẵn; macOS và Linux
dùng python3 hoặc busybox. Cũng có thể đặt thư mục "site" lên bất kỳ máy chủ tệp nào.

Những việc cần tính mới trên máy chủ (ví dụ vùng phủ của tuyến tự vẽ) chỉ có ở bản đồ chạy trên máy chủ.
Nguồn và giấy phép của dữ liệu: mục "Nguồn" trong bản đồ, tệp NOTICE ở mã nguồn.
`
const english = `THANH HÓA PLANNING ATLAS, WITHOUT A NETWORK

1. Unpack the whole folder (do not open it inside the zip).
2. Double-click:
     Windows            start.bat
     macOS              start.command (the first time: right click, Open)
     Linux              start.sh
3. The browser opens the atlas. Close the terminal window to stop.

No Node, no administrator, nothing leaves the machine. Windows uses its own PowerShell; macOS and Linux use python3 or
busybox. The folder "site" can also be put on any server that sends files.

What has to be computed anew on a server (such as the coverage of a line of your own) is to be had only from an atlas
that runs on a server. Sources and licences of the data: the tab "Sources" of the atlas, NOTICE in the source code.
`

export const guide: readonly { name: string; text: string }[] = [
  { name: 'DOC-TRUOC.txt', text: vietnamese.replaceAll('\n', '\r\n') },
  { name: 'README.txt', text: english.replaceAll('\n', '\r\n') },
]
