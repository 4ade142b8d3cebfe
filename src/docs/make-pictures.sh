#!/bin/sh
# Draws the pictures of the README from what Dovetail prints now.
set -eu
cd "$(dirname "$0")/../.."

./dovetail check test-fixtures/showcase --select websocket-server --color always \
    | java src/docs/Picture.java 'dovetail check' >src/docs/terminal.svg
