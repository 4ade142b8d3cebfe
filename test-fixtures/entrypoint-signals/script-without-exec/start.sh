#!/bin/sh
set -e
echo "starting orders"
node server.js
