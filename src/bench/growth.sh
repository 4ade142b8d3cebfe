#!/usr/bin/env bash
# How time and memory grow: the same folder replicated 1, 4, 16 and 64 times, side by side in one
# workspace, each copy deployed.
#
#   src/bench/growth.sh [FOLDER] [RUNS] [-- OPTIONS OF dovetail check]
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(cd "${1:-$home/src/bench/ten-files}" && pwd -P)
runs=${2:-3}
shift $(($# < 2 ? $# : 2))
[ "${1:-}" = -- ] && shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$home/src/bench/timing.sh"

peak() { # COMMAND...: MiB of the largest process, where GNU time is there to say it
    if [ -x /usr/bin/time ]; then
        /usr/bin/time -f '%M' -o "$work/peak" "$@" >/dev/null 2>&1 || true
        awk '/^[0-9]+$/ { printf "%d", $1 / 1024 }' "$work/peak"
    else
        printf -- '-'
    fi
}

cold() { "$home/dovetail" check "$work/all" --cache-dir "$work/cold$run" "$@"; }
warm() { "$home/dovetail" check "$work/all" --cache-dir "$work/warm" "$@"; }

machine
printf '%8s %8s %10s %10s %10s %12s %10s\n' copies files 'cold ms' 'cpu ms' 'warm ms' 'cold / copy' 'peak MiB'
made=0
for copies in 1 4 16 64; do
    while [ "$made" -lt "$copies" ]; do
        made=$((made + 1))
        mkdir -p "$work/all"
        cp -R "$folder" "$work/all/copy-$made"
    done
    run="$copies-0"
    warm "$@" >/dev/null 2>&1 || true
    for each in $(seq "$runs"); do
        run=$copies-$each
        timed cold.$copies cold "$@"
        timed warm.$copies warm "$@"
    done
    printf '%8d %8d %10.0f %10.0f %10.0f %12.1f %10s\n' "$copies" \
        "$(find "$work/all" -type f | wc -l)" "$(wall cold.$copies)" "$(cpu cold.$copies)" \
        "$(wall warm.$copies)" "$(awk -v w="$(wall cold.$copies)" -v n="$copies" 'BEGIN { print w / n }')" \
        "$(peak "$home/dovetail" check "$work/all" --no-cache "$@")"
done
printf '(medians of %d runs)\n' "$runs"
