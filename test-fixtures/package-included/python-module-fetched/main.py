from fastapi import FastAPI

from store import find_orders

app = FastAPI()


@app.get("/orders")
def orders():
    return find_orders()
