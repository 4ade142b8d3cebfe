from concurrent import futures

import grpc

server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
server.add_insecure_port("[::]:50051")
server.start()  # expect: grpc-server


def handler(event, context):
    return {"statusCode": 200}
