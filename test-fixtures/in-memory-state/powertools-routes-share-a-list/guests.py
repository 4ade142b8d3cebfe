from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

app = APIGatewayHttpResolver()
guests = []  # expect: in-memory-state


@app.post("/guests")
def invite():
    guests.append(app.current_event.json_body)
    return {"invited": True}


@app.get("/guests")
def invited():
    return {"guests": list(guests)}


def lambda_handler(event, context):
    return app.resolve(event, context)
