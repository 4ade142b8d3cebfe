import os

from flask import Flask
from sqlalchemy import create_engine, text

app = Flask(__name__)
engine = create_engine(os.environ["DATABASE_URL"])


@app.get("/orders")
def orders():
    with engine.connect() as connection:
        return [row.id for row in connection.execute(text("select id from orders"))]
