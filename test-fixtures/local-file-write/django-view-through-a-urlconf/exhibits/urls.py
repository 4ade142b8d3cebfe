from django.urls import path

from exhibits.views import PictureView, catalogue

urlpatterns = [
    path("<int:number>/picture", PictureView.as_view()),
    path("catalogue", catalogue),
]
