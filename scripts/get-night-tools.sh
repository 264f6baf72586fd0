#!/bin/sh
# What the long tests need besides the others: Java and the W3C's checker of HTML, Caddy, LibreOffice's spreadsheet.
# Those already there, else Debian's; the checker comes from the npm registry in one version, and its file must be the one that we know.
set -eu
version=26.9.27
sum=4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428
jar=.cache/night/vnu-$version.jar

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo -n "$@"; else return 1; fi
}
missing() {
    echo "Pour les tests de la nuit, il manque : $1 (Debian : apt install $2)." >&2
    exit 1
}
for pair in java:default-jre-headless caddy:caddy soffice:libreoffice-calc-nogui npm:npm; do
    command=${pair%%:*} package=${pair#*:}
    if [ "$command" = npm ] && [ -f "$jar" ]; then continue; fi
    if ! command -v "$command" >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
        as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null || true
    fi
    command -v "$command" >/dev/null 2>&1 || missing "$command" "$package"
done
if [ ! -f "$jar" ]; then
    echo "Téléchargement du vérificateur HTML du W3C ($version)…"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    (cd "$work" && npm pack --silent "vnu-jar@$version" >/dev/null)
    echo "$sum  $work/vnu-jar-$version.tgz" | sha512sum --check --status || {
        echo "Le vérificateur HTML téléchargé n'est pas celui que l'on connaît : rien n'est installé." >&2
        exit 1
    }
    tar -xzf "$work/vnu-jar-$version.tgz" -C "$work"
    mkdir -p .cache/night
    mv "$work/package/build/dist/vnu.jar" "$jar"
fi
