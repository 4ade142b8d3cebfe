from fastapi import FastAPI
from mangum import Mangum

from routes.chat import router

app = FastAPI(title="Clinic chat")
app.include_router(router, prefix="/rooms")

handler = Mangum(app)
