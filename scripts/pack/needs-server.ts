/**
 * For whoever opens `index.html` by a double click: browsers run no modules from a folder, and without a word the page
 * would stay empty. Stands at the head of the page and runs without it.
 */
export const needsServer = `<script>
if (location.protocol === 'file:') addEventListener('DOMContentLoaded', function () {
  document.body.innerHTML = '<div style="font:1.125rem/1.5 sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem">' +
    '<h1>Hãy mở bằng tệp khởi động</h1><p>Trình duyệt không chạy bản đồ trực tiếp từ thư mục. Quay lại thư mục bên ' +
    'ngoài “site” và bấm đúp: start.bat (Windows), start.command (macOS) hoặc start.sh (Linux).</p>' +
    '<h2 lang="en">Open it with the start file</h2><p lang="en">Browsers do not run the atlas straight from a folder. ' +
    'Go up from the folder “site” and double-click start.bat (Windows), start.command (macOS) or start.sh (Linux).</p></div>'
})
</script>`
