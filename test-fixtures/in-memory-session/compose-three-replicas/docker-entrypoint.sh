#!/bin/sh
set -e
node -e 'process.exit(0)'
exec "$@"
