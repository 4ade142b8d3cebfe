import os

from flask import Flask
from sqlalchemy import create_engine, text

app = Flask(__name__)


@app.get("/orders")
def orders():
    engine = create_engine(os.environ["DATABASE_URL"])  # expect: connection-pool
    with engine.connect() as connection:
        return [row.id for row in connection.execute(text("select id from orders"))]
