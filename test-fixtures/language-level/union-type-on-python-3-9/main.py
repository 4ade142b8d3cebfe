from fastapi import FastAPI

app = FastAPI()


@app.get("/orders")
def orders(page: int | None = None):  # expect: language-level
    return []
