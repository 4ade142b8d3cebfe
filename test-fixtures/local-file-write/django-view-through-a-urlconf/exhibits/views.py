from django.core.files.storage import FileSystemStorage
from django.http import HttpResponse, JsonResponse
from django.views import View


class PictureView(View):
    def post(self, request, number):
        storage = FileSystemStorage(location="media/pictures")  # expect: local-file-write
        name = storage.save(f"{number}.jpg", request.FILES["picture"])
        return JsonResponse({"picture": name})


def catalogue(request):
    with open("catalogue.csv", "w") as table:  # expect: local-file-write
        table.write("number;title\n")
    return HttpResponse("ok")
