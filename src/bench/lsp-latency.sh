#!/usr/bin/env bash
# From a key to its diagnostics: `dovetail lsp` on a generated workspace of 1,000 files, all deployed.
#
#   src/bench/lsp-latency.sh [EDITS] [FILES]
#
# An editor that speaks the protocol to the launcher edits open files one after the other, and waits for
# what the server publishes of that version. Prints median, 95th percentile and the longest; fails when
# the 95th percentile is over 300 ms.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
edits=${1:-200}
files=${2:-1000}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The launcher builds, and makes its archive of classes.
"$home/dovetail" --version >/dev/null
"$java" -cp "$home/target/lib/*" "$home/src/bench/java/dev/dovetail/bench/EditLatency.java" \
    "$home/dovetail" "$work" "$edits" "$files"
