#!/bin/sh
# Makes .venv with $1 and installs the locked dependencies of $2, each with its hash, then the project itself.
set -eu
python=$1
lock=$2
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Il faut Python 3.11 ou plus récent (« $python » ne convient pas). Essayez : make PYTHON=python3.12 site" >&2
    exit 1
fi
if [ ! -x .venv/bin/python ] && ! "$python" -m venv .venv; then
    echo "Le module venv de Python manque. Sous Debian ou Ubuntu : apt install python3-venv" >&2
    rm -rf .venv
    exit 1
fi
echo "Installation des dépendances de $lock…"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --no-index --editable .
