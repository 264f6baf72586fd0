#!/bin/sh
# Makes sure that the tests have a Chromium, an Arabic font, nginx with brotli and pdftotext: those already there, else
# Debian's (for Chromium, else Playwright's). $1 is the Python of .venv. Fails with a clear message rather than let a
# test be skipped.
set -eu
python=$1

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo -n "$@"; else return 1; fi
}
install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
has_browser() { "$python" tests/find_browser.py >/dev/null 2>&1; }
has_arabic_font() { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=ar 2>/dev/null | head -n 1)" ]; }

has_server() { PATH="$PATH:/usr/sbin" command -v nginx >/dev/null 2>&1 && ls /usr/lib/nginx/modules/*brotli_static* /usr/share/nginx/modules/*brotli_static* 2>/dev/null | grep -q .; }
has_pdf_reader() { command -v pdftotext >/dev/null 2>&1; }

if ! has_browser; then
    echo "Installation d'un navigateur Chromium pour les tests…"
    install chromium || "$python" -m playwright install chromium || true
fi
if ! has_arabic_font; then
    echo "Installation d'une police arabe pour les tests…"
    install fontconfig fonts-noto-core || true
fi
if ! has_server; then
    echo "Installation de nginx (avec brotli) pour les tests…"
    install nginx-light libnginx-mod-http-brotli-static || true
fi
if ! has_pdf_reader; then
    echo "Installation de pdftotext pour les tests…"
    install poppler-utils || true
fi
if ! has_browser; then
    echo "Aucun navigateur Chromium : installez-le (Debian : apt install chromium), puis relancez make test." >&2
    exit 1
fi
if ! has_arabic_font; then
    echo "Aucune police arabe : installez-la (Debian : apt install fontconfig fonts-noto-core), puis relancez make test." >&2
    exit 1
fi
if ! has_server; then
    echo "Pas de nginx avec son module brotli_static : installez-les (Debian : apt install nginx-light libnginx-mod-http-brotli-static)." >&2
    exit 1
fi
if ! has_pdf_reader; then
    echo "Pas de pdftotext : installez-le (Debian : apt install poppler-utils), puis relancez make test." >&2
    exit 1
fi
