from fastapi import APIRouter, FastAPI

import patients

app = FastAPI()
app.include_router(patients.router)

health = APIRouter(prefix="/health")


@health.get("/live")
def live():
    return {"status": "ok"}


app.include_router(health)
