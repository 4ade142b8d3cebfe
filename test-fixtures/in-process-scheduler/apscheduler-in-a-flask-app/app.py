import boto3
from apscheduler.schedulers.background import BackgroundScheduler
from flask import Flask

app = Flask(__name__)
sns = boto3.client("sns")
scheduler = BackgroundScheduler()


def remind():
    sns.publish(TopicArn="arn:aws:sns:eu-west-1:123456789012:donors", Message="Time to donate")


scheduler.add_job(remind, "interval", hours=24)  # expect: in-process-scheduler
scheduler.start()


@app.get("/stock")
def stock():
    return {"a": 3}
