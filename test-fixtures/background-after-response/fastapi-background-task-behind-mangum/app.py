import smtplib

from fastapi import BackgroundTasks, FastAPI
from mangum import Mangum

app = FastAPI()


def write_to_parents(trip: str):
    with smtplib.SMTP("smtp.school.example", 587) as server:
        server.sendmail("office@school.example", ["parents@school.example"], trip)


@app.post("/trips/{trip}")
def announce(trip: str, background: BackgroundTasks):
    background.add_task(write_to_parents, trip)  # expect: background-after-response
    return {"trip": trip}


handler = Mangum(app)
