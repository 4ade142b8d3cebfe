import logging
from logging.handlers import RotatingFileHandler

from flask import Flask

app = Flask(__name__)
file_handler = RotatingFileHandler("logs/bakery.log", maxBytes=10240)  # expect: log-file
app.logger.addHandler(file_handler)
logging.basicConfig(filename="app.log", level=logging.INFO)  # expect: log-file


@app.get("/orders")
def orders():
    app.logger.info("orders")
    return "[]"
