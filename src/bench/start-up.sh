#!/usr/bin/env bash
# Whole-process runs, side by side: `dovetail check` on a small project against a JVM that prints hello.
#
#   src/bench/start-up.sh [FOLDER] [RUNS]
#
# Runs alternate, so that a machine whose speed drifts slows both alike. Prints medians and the ratio.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-$home/src/bench/ten-files}
runs=${2:-15}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/Hello.java" <<'JAVA'
public class Hello {
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
JAVA
"${java}c" -d "$work" "$work/Hello.java"

now() { date +%s%N; }
timed() { # name, command...
    local name=$1 start status=0
    shift
    start=$(now)
    "$@" >/dev/null 2>"$work/errors" || status=$?
    echo $((($(now) - start) / 1000)) >>"$work/$name"
    # 1 says that there are findings: what is timed did its work.
    if [ "$status" -gt 1 ]; then
        cat "$work/errors" >&2
        exit "$status"
    fi
}

# Once each, uncounted: the launcher builds, and makes its archive of classes.
"$home/dovetail" check "$folder" >/dev/null 2>&1 || true
"$home/dovetail" check "$folder" >/dev/null 2>&1 || true
"$java" -cp "$work" Hello >/dev/null

for _ in $(seq "$runs"); do
    timed hello "$java" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$work" Hello
    timed dovetail "$home/dovetail" check "$folder"
done

median() { sort -n "$work/$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
hello=$(median hello)
check=$(median dovetail)
awk -v h="$hello" -v c="$check" -v n="$runs" 'BEGIN {
    printf "JVM hello        %7.1f ms\n", h / 1000
    printf "dovetail check   %7.1f ms\n", c / 1000
    printf "ratio            %7.2f     (medians of %d alternating runs)\n", c / h, n
}'
