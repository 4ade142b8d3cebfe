def handler(event, context):
    match event["kind"]:  # expect: language-level
        case "paid":
            return "thanks"
    return "later"
