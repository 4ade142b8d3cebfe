#!/bin/sh
# Draws the pictures of the README from what Dovetail shows now: in a terminal, and in Neovim, which runs
# in tmux (both are needed for the second picture alone).
set -eu
cd "$(dirname "$0")/../.."
here=$PWD

./dovetail check test-fixtures/showcase --select websocket-server --color always \
    | java src/docs/Picture.java 'dovetail check' >src/docs/terminal.svg

if ! command -v nvim >/dev/null || ! command -v tmux >/dev/null; then
    echo 'no Neovim or no tmux: the picture of the editor stays as it is' >&2
    exit 0
fi
scratch=$(mktemp -d)
trap 'tmux -L dovetail-picture kill-server 2>/dev/null || :; rm -rf "$scratch"' EXIT
cp -R test-fixtures/showcase "$scratch/showcase"
cd "$scratch/showcase"
export DOVETAIL="$here/dovetail" SHOWN="$scratch/shown"
tmux -L dovetail-picture new-session -d -x 112 -y 30 \
    "TERM=screen-256color nvim -u '$here/src/docs/editor.lua' -o orders-api/src/realtime.ts orders-api/serverless.yml"
waited=0
until [ -e "$SHOWN" ]; do
    sleep 1
    waited=$((waited + 1))
    if [ "$waited" -gt 60 ]; then
        echo 'Neovim showed no finding within a minute' >&2
        exit 1
    fi
done
tmux -L dovetail-picture capture-pane -e -p >"$scratch/screen"
cd "$here"
java src/docs/Picture.java 'nvim, with dovetail lsp' <"$scratch/screen" >src/docs/editor.svg
