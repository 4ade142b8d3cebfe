#!/usr/bin/env bash
# Neovim's own client against the server: it attaches, diagnostics stand at the right lines, an edit
# clears them.
#
#   src/test/clients/neovim.sh [LAUNCHER]
#
# Prints what it saw; 0 when all was as it should be, 1 when not, 77 where there is no Neovim.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
launcher=${1:-$here/../../../dovetail}
if ! command -v nvim >/dev/null 2>&1; then
    echo 'nvim is not installed here' >&2
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$here/../../../test-fixtures/websocket-server/socket-io-behind-http-api" "$work/chat room"
# Nothing of the user's own counts.
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state
export XDG_CACHE_HOME=$work/cache NVIM_LOG_FILE=$work/nvim.log
status=0
DOVETAIL_LAUNCHER=$launcher DOVETAIL_FOLDER="$work/chat room" \
    timeout 120 nvim --headless -u NONE -i NONE -c "luafile $here/neovim.lua" || status=$?
exit "$status"
