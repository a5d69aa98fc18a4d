#!/bin/sh
# Installs redact from this folder alone: no network. Usage: ./install.sh [FOLDER TO INSTALL INTO]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
target=${1:-"${XDG_DATA_HOME:-$HOME/.local/share}/redact"}

fits="import platform, sys; sys.exit(platform.machine() != 'x86_64' or '.'.join(map(str, sys.version_info[:2])) not in '@PYTHONS@'.split())"
python=
for candidate in $(printf 'python%s ' @PYTHONS@) python3; do
    if [ -z "$python" ] && "$candidate" -c "$fits" >/dev/null 2>&1; then python=$candidate; fi
done
if [ -z "$python" ]; then
    echo "error: no Python of version @LIST@ was found" >&2
    echo "hint: install Python @NEWEST@ with its venv module, then start install.sh again" >&2
    exit 1
fi

"$python" -m venv --clear "$target/program"
"$target/program/bin/python" -m pip --isolated --disable-pip-version-check --quiet install --no-index \
    --find-links "$here/wheels" --require-hashes --requirement "$here/requirements.txt"
"$target/program/bin/redact" version
echo "installed: check a report with"
echo "  \"$target/program/bin/redact\" check \"the report\""
