"""What every answer carries against being shown, framed, guessed or kept where it should not be."""

from flask import Response

_STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self';"
    " manifest-src 'self'; worker-src 'self'; form-action 'self'; img-src 'self' blob:; base-uri 'none';"
    " frame-ancestors 'none'; require-trusted-types-for 'script'"
)
DOCUMENTATION = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:;"
    " connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Of the documentation's page alone: Swagger UI sets styles in the text and draws pictures from data."""

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(self), microphone=()",
}


def protect(response: Response) -> Response:
    """Set the headers; what an answer has set for itself stays."""
    for name, value in _FIXED.items():
        response.headers[name] = value
    response.headers.setdefault("Content-Security-Policy", _STRICT)
    response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
