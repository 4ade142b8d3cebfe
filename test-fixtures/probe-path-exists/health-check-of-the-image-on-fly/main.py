from fastapi import FastAPI

import patients

app = FastAPI()
app.include_router(patients.router)


@app.get("/health")
def health():
    return {"status": "ok"}
