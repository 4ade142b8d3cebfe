import grpc

from orders_pb2_grpc import OrdersStub

channel = grpc.insecure_channel("orders.internal:50051")


def handler(event, context):
    return {"statusCode": 200, "body": str(OrdersStub(channel).Count(event))}
