import sqlite3

DATABASE = "parking.db"


def connect():
    return sqlite3.connect(DATABASE)  # expect: local-database-file
