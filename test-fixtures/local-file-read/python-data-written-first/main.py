import csv
import tempfile

from fastapi import FastAPI

app = FastAPI()


def write_prices(folder):
    with open(folder + "/prices.csv", "w") as file:
        file.write("bread,2")


@app.get("/prices")
def prices():
    write_prices(tempfile.gettempdir())
    with open("data/prices.csv") as file:
        return list(csv.reader(file))
