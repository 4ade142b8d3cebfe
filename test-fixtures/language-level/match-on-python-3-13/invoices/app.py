def handler(event, context):
    match event["kind"]:
        case "paid":
            return "thanks"
    return "later"
