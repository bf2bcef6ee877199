"""The lead's page: which settings have a champion, which have none, and who the champions are."""

import uuid
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.champions.domain import programme
from participation.champions.forms import ChampionForm, SettingForm, YoungChampionForm
from participation.champions.models import Champion
from participation.champions.permissions import can_lead_champions

ON_A_PAGE = 25


@allow(can_lead_champions)
@require_safe
def work_champions(request: StaffRequest) -> HttpResponse:
    now = timezone.now()
    adults = Champion.objects.active().adults().select_related("setting")
    context = {
        "cover": programme.cover_by_kind(),
        "gaps": programme.settings_without_champion(),
        "young_words": programme.young_champions_in_words(),
        "young": Champion.objects.active().young().select_related("supporter", "user"),
        "late": Champion.objects.adults().refresher_late(now=now).count(),
        "page": Paginator(adults, ON_A_PAGE).get_page(request.GET.get("page")),
        "today": timezone.localdate(now),
    }
    return render(request, "pages/champions/work_champions.html", context)


@allow(can_lead_champions)
@require_http_methods(["GET", "HEAD", "POST"])
def work_champion_new(request: StaffRequest) -> HttpResponse:
    def save(form: forms.Form) -> None:
        programme.add_champion(**form.cleaned_data, by=request.user, now=timezone.now())

    return _add(request, ChampionForm(request.POST or None), _("Add a champion"), save)


@allow(can_lead_champions)
@require_http_methods(["GET", "HEAD", "POST"])
def work_champion_new_young(request: StaffRequest) -> HttpResponse:
    def save(form: forms.Form) -> None:
        programme.add_young_champion(**form.cleaned_data, by=request.user, now=timezone.now())

    return _add(request, YoungChampionForm(request.POST or None), _("Add a young champion"), save)


@allow(can_lead_champions)
@require_http_methods(["GET", "HEAD", "POST"])
def work_champion_setting(request: StaffRequest) -> HttpResponse:
    def save(form: forms.Form) -> None:
        programme.add_setting(**form.cleaned_data)

    return _add(request, SettingForm(request.POST or None), _("Add a place or team"), save)


@allow(can_lead_champions)
@require_http_methods(["GET", "HEAD", "POST"])
def work_champion_stop(request: StaffRequest, champion_id: uuid.UUID) -> HttpResponse:
    champion = get_object_or_404(Champion.objects.active().select_related("setting"), pk=champion_id)
    if request.method != "POST":
        return render(request, "pages/champions/work_champion_stop.html", {"champion": champion})
    programme.stop_champion(champion, by=request.user, now=timezone.now())
    messages.success(request, _("Stopped. Thank you is a good thing to say now."))
    return redirect("work_champions")


def _add(request: StaffRequest, form: forms.Form, title: str, save: Callable[[forms.Form], None]) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        save(form)
        messages.success(request, _("Added."))
        return redirect("work_champions")
    return render(request, "pages/champions/work_champion_add.html", {"form": form, "title": title})
