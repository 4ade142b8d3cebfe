import imghdr  # expect: language-level

from fastapi import FastAPI

app = FastAPI()


@app.get("/orders")
def orders(page: int | None = None):
    return []
