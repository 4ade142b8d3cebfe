from django.http import JsonResponse

from orders.models import Order


def orders(request):
    return JsonResponse({"orders": Order.objects.count()})
