import json
import os
import subprocess


def handler(event, context):
    clip = json.loads(event["body"])
    subprocess.run(["python3", "-m", "captions", clip["name"]], check=True)
    os.system("ls -l /tmp")
    subprocess.run(["/opt/bin/ffmpeg", "-version"], check=True)
    return {"statusCode": 201}
