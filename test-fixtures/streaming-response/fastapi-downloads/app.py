import io

from fastapi import FastAPI
from fastapi.responses import JSONResponse, StreamingResponse
from mangum import Mangum

app = FastAPI()


@app.get("/menu.csv")
def menu():
    table = io.StringIO("dish,price\nsoup,6\n")
    return StreamingResponse(table, media_type="text/csv")


@app.get("/menu")
def dishes():
    return JSONResponse({"dishes": ["soup"]})


handler = Mangum(app)
