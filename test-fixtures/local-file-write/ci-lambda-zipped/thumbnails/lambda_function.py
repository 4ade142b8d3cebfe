import urllib.request


def lambda_handler(event, context):
    with urllib.request.urlopen(event["url"]) as image:
        # expect: local-file-write
        with open("original.png", "wb") as copy:
            copy.write(image.read())
    with open("/tmp/thumbnail.png", "wb") as thumbnail:
        thumbnail.write(b"")
    return {"statusCode": 200}
