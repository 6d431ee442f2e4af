#!/usr/bin/env bash
# Generates the Python package, installs it into a virtual environment of its own and runs the Python tests with it.
# Needs Node, Python 3.10 or newer, and a built package: npm ci && npm run build. Arguments go to pytest; where
# STRONGROOM_RESULTS names a file, the results are written to it, for CI to count.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
venv=$here/.venv
generated=$root/dist/python
python=${PYTHON:-python3}

# Node 20 is the oldest that this package runs on; jsii would say at every step that it is no longer supported.
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20
export PIP_DISABLE_PIP_VERSION_CHECK=1

say() { printf 'python: %s\n' "$*"; }
fail() {
  printf 'python: %s\n' "$*" >&2
  exit 1
}

# A step is done again only when what goes into it is no longer what it was; its stamp is written when it has succeeded.
unchanged() { [ -f "$venv/$1.stamp" ] && [ "$(cat "$venv/$1.stamp")" = "$2" ]; }
stamp() { printf '%s\n' "$2" >"$venv/$1.stamp"; }

[ -f "$root/.jsii" ] && [ -f "$root/lib/index.js" ] || fail 'the package is not built; run: npm ci && npm run build'
command -v node >/dev/null || fail 'node is not on the PATH; the Python package runs on it'
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
  fail "$("$python" --version 2>&1) is too old; set PYTHON to a Python 3.10 or newer"

if [ ! -x "$venv/bin/python" ]; then
  say "making a virtual environment in ${venv#"$root"/}"
  "$python" -m venv --clear "$venv"
fi

requirements=$(cksum <"$here/requirements.txt")
if unchanged requirements "$requirements"; then
  say 'the packages of requirements.txt are installed'
else
  say 'installing the packages of requirements.txt'
  "$venv/bin/python" -m pip install --quiet --requirement "$here/requirements.txt"
  stamp requirements "$requirements"
fi

built=$(cd "$root" && find .jsii package.json README.md lib -type f ! -name '*.tsbuildinfo' | LC_ALL=C sort | xargs cksum | cksum)
if unchanged package "$built"; then
  say 'the generated package is up to date'
else
  say "generating the Python package into ${generated#"$root"/}"
  # Built anew, so that nothing of an older one stays in it.
  rm -rf "$generated"
  (cd "$root" && npx --no-install jsii-pacmak --targets python --code-only --no-npmignore --outdir "$root/dist")
  say 'installing it'
  "$venv/bin/python" -m pip install --quiet --no-build-isolation --no-deps --force-reinstall "$generated"
  "$venv/bin/python" -m pip check
  stamp package "$built"
fi

say 'running the tests'
cd "$here"
PYTHONDONTWRITEBYTECODE=1 "$venv/bin/python" -m pytest ${STRONGROOM_RESULTS:+"--junitxml=$STRONGROOM_RESULTS"} "$@"
