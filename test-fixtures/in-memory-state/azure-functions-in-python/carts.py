import azure.functions as func

bp = func.Blueprint()


@bp.route(route="carts")
def carts(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse("[]")
