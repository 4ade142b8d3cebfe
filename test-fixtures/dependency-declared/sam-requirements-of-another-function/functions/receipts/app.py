import stripe


def handler(event, context):
    return stripe.Charge.list()
