from aws_cdk import App, Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from aws_cdk.aws_lambda_event_sources import SqsEventSource


class BookingStack(Stack):
    def __init__(self, scope, construct_id, **kwargs):
        super().__init__(scope, construct_id, **kwargs)
        queue = sqs.Queue(self, "Requests", visibility_timeout=Duration.minutes(3))
        bookings = lambda_.Function(
            self,
            "Bookings",
            runtime=lambda_.Runtime.PYTHON_3_13,
            code=lambda_.Code.from_asset("functions"),
            handler="bookings.lambda_handler",  # expect: handler-exists
            timeout=Duration.seconds(30),
        )
        bookings.add_event_source(SqsEventSource(queue))


app = App()
BookingStack(app, "Booking")
app.synth()
