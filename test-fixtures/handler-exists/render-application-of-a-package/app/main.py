from fastapi import FastAPI

app = FastAPI()


@app.get("/parcels/{number}")
def parcel(number: str):
    return {"number": number}
