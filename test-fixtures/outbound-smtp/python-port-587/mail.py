import json
import smtplib


def handler(event, context):
    order = json.loads(event["body"])
    with smtplib.SMTP("mail.example.com", 587) as server:
        server.starttls()
        server.sendmail("shop@example.com", order["email"], "Thank you")
    return {"statusCode": 202}
