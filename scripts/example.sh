#!/usr/bin/env bash
# Synthesizes the example app with the CDK and shows what it declares.
set -euo pipefail
cd "$(dirname "$0")/../examples/documents"
# The CDK's command looks for news and reports its use unless told not to.
export CDK_DISABLE_CLI_TELEMETRY=true
if [ -t 2 ]; then printf 'Synthesizing the example app with the CDK...\n' >&2; fi
npx --no-install cdk synth --quiet --no-notices --no-version-reporting >/dev/null
exec node ../../bin/strongroom show cdk.out
