from django.urls import path

from . import views

urlpatterns = [
    path("work/evidence/", views.work_evidence, name="work_evidence"),
    path("work/evidence/set/", views.work_evidence_set, name="work_evidence_set"),
    path("work/evidence/set.pdf", views.work_evidence_pdf, name="work_evidence_pdf"),
]
