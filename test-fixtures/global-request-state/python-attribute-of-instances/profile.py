from player import Player, Ranking


def handler(event, context):
    player = Player(event["pathParameters"]["id"], [])
    player.badges.append(event["queryStringParameters"]["badge"])
    names = Ranking().add(event["pathParameters"]["id"])
    return {"statusCode": 200, "body": f"{player.id} {len(names)}"}
