#!/usr/bin/env bash
# The main job on a real example: builds, synthesizes the example app with the CDK, and shows what it declares.
set -euo pipefail
cd "$(dirname "$0")/.."
# The CDK's command looks for news and reports its use unless told not to.
export CDK_DISABLE_CLI_TELEMETRY=true
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# A step says what it does on a terminal, and shows its output only where it fails.
step() {
  local title=$1
  shift
  if [ -t 2 ]; then printf '%s...\n' "$title" >&2; fi
  if ! "$@" >"$log" 2>&1; then
    printf '%s failed:\n' "$title" >&2
    cat "$log" >&2
    exit 1
  fi
}

synthesize() {
  (cd examples/documents && npx --no-install cdk synth --quiet --no-notices --no-version-reporting)
}

step 'Building' npm run --silent build
step 'Synthesizing the example app with the CDK' synthesize
node bin/strongroom show examples/documents/cdk.out
