import logging
import os
import sys

from flask import Flask

app = Flask(__name__)
logging.basicConfig(stream=sys.stdout, level=logging.INFO)

if not os.environ.get("AWS_LAMBDA_FUNCTION_NAME"):
    app.logger.addHandler(logging.FileHandler("bakery.log"))

app.logger.addHandler(logging.FileHandler("/tmp/bakery.log"))


@app.get("/orders")
def orders():
    app.logger.info("orders")
    return "[]"
