import csv

from fastapi import FastAPI

app = FastAPI()


@app.get("/prices")
def prices():
    with open("data/prices.csv") as file:  # expect: local-file-read
        return list(csv.reader(file))
