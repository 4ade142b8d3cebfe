#!/bin/sh
set -e
echo "starting orders"
exec node server.js
