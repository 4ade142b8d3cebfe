import stripe  # expect: dependency-declared


def handler(event, context):
    return stripe.Invoice.list()
