/**
 * What a double click runs: serves `site/` on this machine alone and opens the browser.
 *
 * Python serves on macOS and Linux, busybox where there is no Python, PowerShell on Windows: what such machines have.
 * Each names the types a browser insists on (scripts, WebAssembly), because their own lists differ.
 */
const firstPort = 8320

const serve = `"""Serves the atlas in the folder "site" on this machine alone: python3 serve.py [port]"""
import functools, http.server, os, sys, threading, webbrowser

TYPES = {
    ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8",
    ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png",
    ".webp": "image/webp", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json",
    "": "application/octet-stream",
}


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = TYPES
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass


site = os.path.join(os.path.dirname(os.path.abspath(__file__)), "site")
first = int(sys.argv[1]) if len(sys.argv) > 1 else ${firstPort}
for port in range(first, first + 20):
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Handler, directory=site))
        break
    except OSError:
        continue
else:
    sys.exit("No free port from %d to %d. / Không có cổng trống." % (first, first + 19))
address = "http://127.0.0.1:%d/" % port
print("Bản đồ quy hoạch Thanh Hóa: " + address)
print("Đóng cửa sổ này để dừng. / Close this window to stop.", flush=True)
if os.environ.get("ATLAS_NO_BROWSER") is None:
    threading.Timer(0.5, webbrowser.open, [address]).start()
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
`

const shell = `#!/bin/sh
# Opens the atlas on this machine; needs no network.
cd "$(dirname "$0")" || exit 1
if command -v python3 >/dev/null 2>&1; then exec python3 serve.py; fi
if command -v busybox >/dev/null 2>&1; then
  echo "Bản đồ quy hoạch Thanh Hóa: http://127.0.0.1:${firstPort}/"
  (sleep 1; (command -v xdg-open >/dev/null 2>&1 && xdg-open "http://127.0.0.1:${firstPort}/") || true) &
  exec busybox httpd -f -p 127.0.0.1:${firstPort} -h site -c ../httpd.conf
fi
echo "Cần python3 hoặc busybox, hoặc đặt thư mục site lên một máy chủ tệp bất kỳ."
echo "python3 or busybox is needed, or put the folder site on any file server."
exit 1
`

const busybox = `.js:text/javascript
.mjs:text/javascript
.css:text/css
.html:text/html; charset=utf-8
.json:application/json
.wasm:application/wasm
.svg:image/svg+xml
.png:image/png
.webp:image/webp
.woff2:font/woff2
.webmanifest:application/manifest+json
`

const batch = `@echo off
rem Opens the atlas on this machine; needs no network and no administrator.
cd /d "%~dp0"
powershell -NoProfile -ExecutionPolicy Bypass -File serve.ps1
pause
`

const powershell = `# Serves the atlas in the folder "site" on this machine alone.
$site = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot 'site'))
$types = @{ '.js' = 'text/javascript'; '.mjs' = 'text/javascript'; '.css' = 'text/css'; '.html' = 'text/html; charset=utf-8';
  '.json' = 'application/json'; '.wasm' = 'application/wasm'; '.svg' = 'image/svg+xml'; '.png' = 'image/png';
  '.webp' = 'image/webp'; '.woff2' = 'font/woff2'; '.webmanifest' = 'application/manifest+json' }
$listener = $null
foreach ($port in ${firstPort}..${firstPort + 19}) {
  $candidate = New-Object Net.HttpListener
  $candidate.Prefixes.Add("http://localhost:$port/")
  try { $candidate.Start(); $listener = $candidate; break } catch { $candidate.Close() }
}
if (-not $listener) { Write-Host 'No free port. / Khong co cong trong.'; exit 1 }
Write-Host "http://localhost:$port/"
Write-Host 'Close this window to stop. / Dong cua so nay de dung.'
Start-Process "http://localhost:$port/"
while ($listener.IsListening) {
  $context = $listener.GetContext()
  $response = $context.Response
  try {
    $path = [Uri]::UnescapeDataString($context.Request.Url.AbsolutePath).TrimStart('/')
    if ($path -eq '') { $path = 'index.html' }
    $file = [IO.Path]::GetFullPath((Join-Path $site $path))
    if ($file.StartsWith($site + [IO.Path]::DirectorySeparatorChar) -and [IO.File]::Exists($file)) {
      $bytes = [IO.File]::ReadAllBytes($file)
      $type = $types[[IO.Path]::GetExtension($file)]
      if (-not $type) { $type = 'application/octet-stream' }
      $response.ContentType = $type
      $response.ContentLength64 = $bytes.Length
      $response.OutputStream.Write($bytes, 0, $bytes.Length)
    } else { $response.StatusCode = 404 }
  } catch { } finally { try { $response.Close() } catch { } }
}
`

export const startScripts: readonly { name: string; text: string }[] = [
  { name: 'serve.py', text: serve },
  { name: 'start.sh', text: shell },
  { name: 'start.command', text: shell },
  { name: 'httpd.conf', text: busybox },
  { name: 'start.bat', text: batch.replaceAll('\n', '\r\n') },
  { name: 'serve.ps1', text: powershell.replaceAll('\n', '\r\n') },
]
