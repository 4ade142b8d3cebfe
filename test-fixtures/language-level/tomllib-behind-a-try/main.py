try:
    import tomllib
except ImportError:
    import tomli as tomllib

from fastapi import FastAPI

app = FastAPI()


@app.get("/orders")
def orders():
    return []
