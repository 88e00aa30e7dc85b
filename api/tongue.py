"""The tongue of an answer: what the browser asks for first, else what the office speaks."""

from flask import Response, request

from api.office import office
from fuelcheck import language

_LOCALES = {"zh": "zh-CN", "en": "en"}


def choose() -> None:
    """Speak the request's tongue from now on: Accept-Language, else FUELCHECK_LANG or the settings."""
    wanted = request.accept_languages
    zh, en = (max(wanted[tag] for tag in tags) for tags in (("zh", "zh-CN", "zh-Hans-CN"), ("en", "en-GB", "en-US")))
    if zh == en:
        language.choose(office().settings.language.value)
    else:
        language.choose("zh" if zh > en else "en")


def declare(response: Response) -> Response:
    """Say in which tongue the answer is, and that it depends on the one asked for."""
    response.headers["Content-Language"] = _LOCALES[language.current()]
    response.vary.update(("Accept-Language", "Authorization", "Cookie"))
    return response
