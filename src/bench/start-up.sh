#!/usr/bin/env bash
# Whole-process runs, side by side: `dovetail check` on a small project, from cold and with nothing
# changed since the last run, against a JVM that prints hello.
#
#   src/bench/start-up.sh [FOLDER] [RUNS]
#
# Runs alternate, so that a machine whose speed drifts slows all alike. Prints medians and ratios.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-$home/src/bench/ten-files}
runs=${2:-15}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$home/src/bench/timing.sh"

cat >"$work/Hello.java" <<'JAVA'
public class Hello {
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
JAVA
"${java}c" -d "$work" "$work/Hello.java"

# Once each, uncounted: the launcher builds, and makes its archive of classes.
"$home/dovetail" check --no-cache "$folder" >/dev/null 2>&1 || true
"$home/dovetail" check --cache-dir "$work/warm" "$folder" >/dev/null 2>&1 || true
"$java" -cp "$work" Hello >/dev/null

for run in $(seq "$runs"); do
    timed hello "$java" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$work" Hello
    # Cold is what a first run does, what it keeps for the next one included.
    timed cold "$home/dovetail" check --cache-dir "$work/cold$run" "$folder"
    timed warm "$home/dovetail" check --cache-dir "$work/warm" "$folder"
done

machine
"$java" -version 2>&1 | head -n 1
printf '%-24s %9s %9s %12s\n' '' 'wall ms' 'cpu ms' 'wall / hello'
for name in hello cold warm; do
    printf '%-24s %9.1f %9.1f %12.2f\n' "$name" "$(wall $name)" "$(cpu $name)" "$(ratio $name hello)"
done
printf '(medians of %d alternating runs)\n' "$runs"
