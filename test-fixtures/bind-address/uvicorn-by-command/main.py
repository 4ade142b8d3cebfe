from fastapi import FastAPI

app = FastAPI()


@app.get("/patients")
def patients():
    return []
