/**
 * What a double click runs: serves `site/` on this machine alone and opens the browser.
 *
 * Python serves on macOS and Linux, Perl or busybox where there is none, PowerShell on Windows: what such machines have.
 * Each names the types a browser insists on (scripts, WebAssembly), because their own lists differ.
 */
const firstPort = 8320
const portsTried = 20

const serve = `"""Serves the atlas in the folder "site" on this machine alone: python3 serve.py [port]"""
import functools, http.server, os, sys, threading, webbrowser

TYPES = {
    ".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8", ".json": "application/json",
    ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp",
    ".woff2": "font/woff2", ".webmanifest": "application/manifest+json", "": "application/octet-stream",
}


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = TYPES
    protocol_version = "HTTP/1.1"

    def end_headers(self):
        # A newer folder in the same place shows at once.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    # On Windows two programs could otherwise share a port.
    allow_reuse_address = os.name != "nt"


for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(encoding="utf-8", errors="replace")
site = os.path.join(os.path.dirname(os.path.abspath(__file__)), "site")
first = int(sys.argv[1]) if len(sys.argv) > 1 else ${firstPort}
for port in range(first, first + ${portsTried}):
    try:
        server = Server(("127.0.0.1", port), functools.partial(Handler, directory=site))
        break
    except OSError:
        continue
else:
    sys.exit("Không có cổng trống. / No free port from %d to %d." % (first, first + ${portsTried - 1}))
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

const perl = `# Serves the atlas in the folder "site" on this machine alone: perl serve.pl [port]
use strict;
use warnings;
use IO::Socket::INET;

my %types = (
    js => 'text/javascript', css => 'text/css', html => 'text/html; charset=utf-8', json => 'application/json',
    wasm => 'application/wasm', svg => 'image/svg+xml', png => 'image/png', webp => 'image/webp',
    woff2 => 'font/woff2', webmanifest => 'application/manifest+json',
);
my ($here) = $0 =~ m{^(.*)/};
chdir $here or die "$here: $!" if defined $here;
my $first = $ARGV[0] || ${firstPort};
my ($server, $port);
for ($first .. $first + ${portsTried - 1}) {
    $port = $_;
    $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $port, Listen => 64, ReuseAddr => 1) and last;
}
die "Không có cổng trống. / No free port from $first on.\\n" unless $server;
my $address = "http://127.0.0.1:$port/";
$| = 1;
print "Bản đồ quy hoạch Thanh Hóa: $address\\n";
print "Đóng cửa sổ này để dừng. / Close this window to stop.\\n";
if (!defined $ENV{ATLAS_NO_BROWSER} and !fork) {
    no warnings 'exec';
    exec $^O eq 'darwin' ? 'open' : 'xdg-open', $address;
    exit;
}
$SIG{CHLD} = 'IGNORE';
while (my $client = $server->accept) {
    my $child = fork;
    if (defined $child and $child == 0) {
        close $server;
        answer($client);
        exit;
    }
    close $client;
}

# All that one connection asks for.
sub answer {
    my ($client) = @_;
    while (defined(my $line = <$client>)) {
        my ($method, $path) = $line =~ m{^([A-Z]+) (/[^ ?]*)} or return;
        while (defined(my $header = <$client>)) { last if $header =~ /^\\r?$/ }
        return tell_client($client, '501 Not Implemented') unless $method eq 'GET' or $method eq 'HEAD';
        $path =~ s/%([0-9a-fA-F]{2})/chr hex $1/ge;
        $path = '/index.html' if $path eq '/';
        my $file;
        if ($path =~ m{/\\.\\.(/|$)} or !-f "site$path" or !open $file, '<:raw', "site$path") {
            tell_client($client, '404 Not Found');
            next;
        }
        local $/;
        my $bytes = <$file>;
        $bytes = '' unless defined $bytes;
        my ($ending) = $path =~ /\\.(\\w+)$/;
        tell_client($client, '200 OK', $types{ $ending || '' } || 'application/octet-stream', $bytes, $method eq 'HEAD');
    }
}

sub tell_client {
    my ($client, $status, $type, $bytes, $without_body) = @_;
    $type = 'text/plain' unless defined $type;
    $bytes = "$status\\n" unless defined $bytes;
    my $length = length $bytes;
    print $client "HTTP/1.1 $status\\r\\nContent-Type: $type\\r\\nContent-Length: $length\\r\\n",
        "Cache-Control: no-cache\\r\\n\\r\\n", $without_body ? '' : $bytes;
    $client->flush;
}
`

const shell = `#!/bin/sh
# Opens the atlas on this machine; needs no network.
case $0 in */*) cd -- "\${0%/*}" || exit 1 ;; esac

has() { command -v "$1" >/dev/null 2>&1; }

# On a Mac without developer tools, python3 only asks to install them.
if has python3 && { ! has xcode-select || xcode-select -p >/dev/null 2>&1; } &&
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 7))' 2>/dev/null; then
  exec python3 serve.py
fi
if has perl && perl -MIO::Socket::INET -e 1 2>/dev/null; then exec perl serve.pl; fi
if has busybox && busybox --list | busybox grep -qx httpd; then
  port=${firstPort}
  while [ $port -lt ${firstPort + portsTried} ]; do
    busybox httpd -f -p 127.0.0.1:$port -h site -c ../httpd.conf 2>/dev/null &
    server=$!
    trap 'kill $server 2>/dev/null' EXIT
    trap 'exit 1' HUP INT TERM
    # Ends at once where the port is taken.
    busybox sleep 1
    if kill -0 $server 2>/dev/null; then
      echo "Bản đồ quy hoạch Thanh Hóa: http://127.0.0.1:$port/"
      echo "Đóng cửa sổ này để dừng. / Close this window to stop."
      if [ -z "\${ATLAS_NO_BROWSER+set}" ] && has xdg-open; then xdg-open "http://127.0.0.1:$port/"; fi
      wait $server
      exit
    fi
    port=$((port + 1))
  done
  echo "Không có cổng trống. / No free port from ${firstPort} on." >&2
  exit 1
fi
echo "Cần python3, perl hoặc busybox, hoặc đặt thư mục site lên một máy chủ tệp bất kỳ." >&2
echo "python3, perl or busybox is needed, or put the folder site on any file server." >&2
exit 1
`

const busybox = `.js:text/javascript
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
pushd "%~dp0"
if not exist serve.ps1 goto packed
powershell -NoProfile -ExecutionPolicy Bypass -File serve.ps1
if not errorlevel 1 goto end
rem Where PowerShell may not run this, Python may be there.
where py >nul 2>nul && py -3 serve.py
goto end
:packed
echo Hay giai nen ca thu muc truoc. / Unpack the whole folder first: right click the zip, Extract all.
:end
popd
pause
`

/** With a mark of its encoding: without one, Windows PowerShell reads no Vietnamese letters. */
const powershell = `\uFEFF# Serves the atlas in the folder "site" on this machine alone.
try { [Console]::OutputEncoding = [Text.Encoding]::UTF8 } catch { }
$site = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, 'site'))
$inside = $site + [IO.Path]::DirectorySeparatorChar
$types = @{ '.js' = 'text/javascript'; '.css' = 'text/css'; '.html' = 'text/html; charset=utf-8';
  '.json' = 'application/json'; '.wasm' = 'application/wasm'; '.svg' = 'image/svg+xml'; '.png' = 'image/png';
  '.webp' = 'image/webp'; '.woff2' = 'font/woff2'; '.webmanifest' = 'application/manifest+json' }
$listener = $null
foreach ($port in ${firstPort}..${firstPort + portsTried - 1}) {
  $candidate = New-Object Net.HttpListener
  # This name, and no other, may be listened to without being an administrator.
  $candidate.Prefixes.Add("http://localhost:$port/")
  try { $candidate.Start(); $listener = $candidate; break } catch { $candidate.Close() }
}
if (-not $listener) { Write-Host 'Không có cổng trống. / No free port from ${firstPort} on.'; exit 1 }
Write-Host "Bản đồ quy hoạch Thanh Hóa: http://localhost:$port/"
Write-Host 'Đóng cửa sổ này để dừng. / Close this window to stop.'
if ($null -eq $env:ATLAS_NO_BROWSER) { Start-Process "http://localhost:$port/" }
while ($listener.IsListening) {
  $context = $listener.GetContext()
  $response = $context.Response
  try {
    $method = $context.Request.HttpMethod
    $path = [Uri]::UnescapeDataString($context.Request.Url.AbsolutePath).TrimStart('/')
    if ($path -eq '') { $path = 'index.html' }
    $file = [IO.Path]::GetFullPath([IO.Path]::Combine($site, $path))
    $response.Headers.Add('Cache-Control', 'no-cache')
    if ($method -ne 'GET' -and $method -ne 'HEAD') { $response.StatusCode = 501 }
    elseif ($file.StartsWith($inside, [StringComparison]::Ordinal) -and [IO.File]::Exists($file)) {
      $bytes = [IO.File]::ReadAllBytes($file)
      $type = $types[[IO.Path]::GetExtension($file)]
      if (-not $type) { $type = 'application/octet-stream' }
      $response.ContentType = $type
      $response.ContentLength64 = $bytes.Length
      if ($method -eq 'GET') { $response.OutputStream.Write($bytes, 0, $bytes.Length) }
    } else { $response.StatusCode = 404 }
  } catch { } finally { try { $response.Close() } catch { } }
}
`

export const startScripts: readonly { name: string; text: string }[] = [
  { name: 'serve.py', text: serve },
  { name: 'serve.pl', text: perl },
  { name: 'start.sh', text: shell },
  { name: 'start.command', text: shell },
  { name: 'httpd.conf', text: busybox },
  { name: 'start.bat', text: batch.replaceAll('\n', '\r\n') },
  { name: 'serve.ps1', text: powershell.replaceAll('\n', '\r\n') },
]
