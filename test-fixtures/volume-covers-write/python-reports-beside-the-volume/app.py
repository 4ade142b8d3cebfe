from fastapi import FastAPI, Request

app = FastAPI()


@app.put("/reports/{name}")
async def keep(name: str, request: Request):
    with open(f"/srv/app/reports/{name}", "wb") as report:  # expect: volume-covers-write, local-file-write
        report.write(await request.body())
