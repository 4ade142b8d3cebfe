import os

from flask import Flask
from sqlalchemy import create_engine

app = Flask(__name__)
engine = create_engine(os.getenv("DATABASE_URL", "sqlite:///club.db"))  # expect: local-database-file


@app.get("/members")
def members():
    with engine.connect() as connection:
        return {"members": connection.exec_driver_sql("select 1").scalar()}
