import shutil
from pathlib import Path

import pandas as pd
from fastapi import FastAPI, File, UploadFile
from mangum import Mangum

app = FastAPI()
FOLDER = Path(__file__).parent / "harvest"


@app.post("/fields/{field}/photo")
async def photo(field: str, picture: UploadFile = File(...)):
    FOLDER.mkdir(exist_ok=True)  # expect: local-file-write
    target = FOLDER / f"{field}.jpg"
    with target.open("wb") as output:  # expect: local-file-write
        shutil.copyfileobj(picture.file, output)
    return {"field": field}


@app.get("/fields/{field}/yield")
def harvest(field: str):
    table = pd.DataFrame({"field": [field], "tonnes": [4]})
    table.to_csv("harvest.csv", index=False)  # expect: local-file-write
    return {"rows": table.to_csv()}


handler = Mangum(app)
