import azure.functions as func

from carts import bp

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)
app.register_functions(bp)

visits = {}  # expect: in-memory-state


@app.route(route="visits/{name}", methods=["GET", "POST"])
def visit(req: func.HttpRequest) -> func.HttpResponse:
    name = req.route_params["name"]
    if req.method == "POST":
        visits[name] = req.get_body()
        return func.HttpResponse("kept")
    return func.HttpResponse(visits.get(name))


@app.timer_trigger(schedule="0 */5 * * * *", arg_name="timer")
def sweep(timer: func.TimerRequest) -> None:
    print("swept")
