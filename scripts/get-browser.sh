#!/bin/sh
# Makes sure that the tests have a Chromium and an Arabic font: those already there, else Debian's, else Playwright's.
# $1 is the Python of .venv. Fails with a clear message rather than let a browser test be skipped.
set -eu
python=$1

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo -n "$@"; else return 1; fi
}
install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
has_browser() { "$python" tests/browser/find_browser.py >/dev/null 2>&1; }
has_arabic_font() { command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=ar 2>/dev/null | head -n 1)" ]; }

if ! has_browser; then
    echo "Installation d'un navigateur Chromium pour les tests…"
    install chromium || "$python" -m playwright install chromium || true
fi
if ! has_arabic_font; then
    echo "Installation d'une police arabe pour les tests…"
    install fontconfig fonts-noto-core || true
fi
if ! has_browser; then
    echo "Aucun navigateur Chromium : installez-le (Debian : apt install chromium), puis relancez make test." >&2
    exit 1
fi
if ! has_arabic_font; then
    echo "Aucune police arabe : installez-la (Debian : apt install fontconfig fonts-noto-core), puis relancez make test." >&2
    exit 1
fi
