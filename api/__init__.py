"""The HTTP API: what stands between a request and the services of fuelcheck. Nobody imports it.

``fuelcheck serve`` starts it. The map, top down:

- ``serving``     waitress, its limits, a graceful stop
- ``app``         one application: blueprints, one store, what every answer carries
- ``described``   the OpenAPI document and its page
- ``resources``   one file per noun: a request in, a service or a question, an answer out
- ``schemas``     what requests and answers hold; what a table declares is derived from it
- ``listed``      lists that are filtered, ordered and go on
- ``guard``       who asks, and whether the permission table lets them
- ``problems``    whatever goes wrong, as problem+json

Here is no rule: a route translates. What changes data goes through ``fuelcheck.services``.
"""
