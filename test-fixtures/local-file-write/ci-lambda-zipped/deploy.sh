#!/bin/sh
set -e
cd thumbnails
zip -r ../thumbnails.zip .
cd ..
aws lambda update-function-code --function-name thumbnails --zip-file fileb://thumbnails.zip
