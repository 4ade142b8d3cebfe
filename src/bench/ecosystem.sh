#!/usr/bin/env bash
# What a change does to the findings in code that nobody here wrote: two builds over a list of
# repositories, and the difference.
#
#   src/bench/ecosystem.sh OLD NEW [LIST] [FOLDER]
#
# OLD and NEW are launchers (`dovetail`) of two builds. LIST has a line for each repository,
# `OWNER/NAME COMMIT`, and is src/bench/ecosystem.txt when missing; its folder is FOLDER/OWNER/NAME (FOLDER:
# here). Of a git repository the commit's files are taken, whatever is checked out; any other folder is
# taken as it is, and so is one without a commit. Nothing is fetched: what is missing is counted.
#
# Prints `- RULE FILE:LINE LEVEL MESSAGE` for what only OLD finds, `+ …` for what only NEW finds.
# Ends with 0 when nothing differs, 1 when something does, 2 when a run failed.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
old=$(realpath "${1:?name the launcher of the old build}")
new=$(realpath "${2:?name the launcher of the new build}")
list=${3:-$home/src/bench/ecosystem.txt}
folder=${4:-.}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# taken NAME COMMIT: the folder to check.
taken() {
    local from=$folder/$1
    if [ -n "$2" ] && git -C "$from" rev-parse -q --verify "$2^{commit}" >/dev/null 2>&1 \
        && { [ -e "$from/.git" ] || [ -e "$from/HEAD" ]; }; then
        rm -rf "$work/tree"
        mkdir "$work/tree"
        git -C "$from" archive "$2" | tar -x -C "$work/tree"
        printf '%s' "$work/tree"
    else
        printf '%s' "$from"
    fi
}

# findings LAUNCHER FOLDER: a line for each, in order.
findings() {
    local status=0
    (cd "$2" && "$1" check . --no-cache --color never) >"$work/out" 2>"$work/errors" || status=$?
    if [ "$status" -gt 1 ]; then
        tail -n 3 "$work/errors" >&2
        return 1
    fi
    sed -nE \
        -e 's/^([^ ].*):([0-9]+):[0-9]+: (error|warning|note): (.*) \[([a-z0-9-]+)\]$/\5 \1:\2 \3 \4/p' \
        -e 's/^([^ ].*):([0-9]+):[0-9]+: not analysed: (.*)$/not-analysed \1:\2 \3/p' \
        "$work/out" | LC_ALL=C sort
}

checked=0
missing=0
differ=0
failed=0
while read -r name commit rest || [ -n "$name" ]; do
    case $name in '' | '#'*) continue ;; esac
    if [ ! -d "$folder/$name" ]; then
        missing=$((missing + 1))
        continue
    fi
    tree=$(taken "$name" "${commit:-}")
    if ! findings "$old" "$tree" >"$work/old" || ! findings "$new" "$tree" >"$work/new"; then
        printf '%s: a run failed\n' "$name" >&2
        failed=$((failed + 1))
        continue
    fi
    checked=$((checked + 1))
    if ! cmp -s "$work/old" "$work/new"; then
        differ=$((differ + 1))
        printf '%s %s\n' "$name" "${commit:-}"
        LC_ALL=C comm -23 "$work/old" "$work/new" | sed 's/^/  - /'
        LC_ALL=C comm -13 "$work/old" "$work/new" | sed 's/^/  + /'
    fi
done <"$list"

printf '%s checked, %s differ, %s failed, %s missing\n' "$checked" "$differ" "$failed" "$missing"
[ "$failed" -eq 0 ] || exit 2
[ "$differ" -eq 0 ] || exit 1
