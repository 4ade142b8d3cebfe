import smtplib

from fastapi import BackgroundTasks, FastAPI

app = FastAPI()


def write_to_parents(trip: str):
    with smtplib.SMTP("smtp.school.example", 587) as server:
        server.sendmail("office@school.example", ["parents@school.example"], trip)


@app.post("/trips/{trip}")
def announce(trip: str, background: BackgroundTasks):
    background.add_task(write_to_parents, trip)
    return {"trip": trip}
