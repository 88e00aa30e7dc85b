"""``fuelcheck user``: accounts of people. Whoever has this terminal has the database: nobody is asked for rights."""

import getpass
import sys
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from fuelcheck.cli.desk import By, Json, actor, answer_json, desk, exact_text, tell
from fuelcheck.cli.punctuation import listed_shortly
from fuelcheck.errors import FuelcheckError
from fuelcheck.language import N_, _, say
from fuelcheck.words import Department, Role, Word

if TYPE_CHECKING:
    from fuelcheck.store.people import Account

app = typer.Typer(help=_("People who sign in"), no_args_is_help=True, rich_markup_mode=None)

W = TypeVar("W", bound=Word)

Login = Annotated[str, typer.Argument(metavar="NAME", help=_("What the person signs in with"), show_default=False)]
DepartmentOption = Annotated[
    str | None,
    typer.Option(
        "--department", metavar="WORD", help=say(_("The department: {words}"), words=listed_shortly(Department))
    ),
]
RoleOption = Annotated[
    str | None, typer.Option("--role", metavar="WORD", help=say(_("The role: {words}"), words=listed_shortly(Role)))
]
LaboratoryOption = Annotated[
    str | None, typer.Option("--laboratory", metavar="NAME", help=_("A laboratory's own sign-in: its batches alone"))
]
Stdin = Annotated[
    bool, typer.Option("--password-stdin", help=_("The person's own password from stdin; else a one-time one is made"))
]
Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("Why"))]


class BadWord(FuelcheckError):
    """An option that is none of its words."""

    code = "bad-word-option"
    sentence = N_("{option} is {value}; allowed: {allowed}")


class WhichRole(FuelcheckError):
    """Nobody said what the person is there for."""

    code = "which-role"
    sentence = N_("What is the person there for? Say one of: --role WORD, --laboratory NAME, --admin")


@app.command(help=_("Make an account; the one-time password is printed once"))
def add(
    name: Login,
    department: DepartmentOption = None,
    role: RoleOption = None,
    admin: Annotated[bool, typer.Option("--admin", help=_("An administrator: makes accounts and tokens"))] = False,
    full_name: Annotated[
        str | None, typer.Option("--full-name", metavar="NAME", help=_("As documents print it; else the same"))
    ] = None,
    laboratory: LaboratoryOption = None,
    inspector: Annotated[
        str | None, typer.Option("--inspector", metavar="NAME", help=_("The person's name in the register"))
    ] = None,
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="CODE", help=_("A further division; repeat for several"))
    ] = None,
    password_stdin: Stdin = False,
    by: By = None,
    as_json: Json = False,
) -> None:
    """Make an account."""
    from fuelcheck.library import add_user
    from fuelcheck.services.people import Person

    meant = _role(role, laboratory, admin=admin)
    place = _department(department)
    person = Person(name, full_name or name, meant, place, laboratory, inspector, tuple(also or ()))
    with desk().store() as store:
        once = add_user(store, person, by=actor(by), password=_password(password_stdin), division=desk().division)
    _answer(name, once, as_json=as_json)


@app.command("list", help=_("The accounts, the closed ones among them"))
def list_(as_json: Json = False) -> None:
    """List accounts."""
    from fuelcheck.library import registered_users

    with desk().store() as store:
        found = registered_users(store, division=desk().division)
    if as_json:
        answer_json([_shown(one) for one in found])
        return
    for one in found:
        whose = one.laboratory or (one.department.zh if one.department else "—")
        closed = "" if one.active else _("closed")
        typer.echo("  ".join((one.login, one.name, one.role.zh, whose, closed)).rstrip())
    if not found:
        tell(_("There is no account yet; make the first: fuelcheck user add NAME --admin"))


@app.command(help=_("Give a person a new password; all their sessions end"))
def password(name: Login, password_stdin: Stdin = False, by: By = None, as_json: Json = False) -> None:
    """Set a password."""
    from fuelcheck.library import set_password

    with desk().store() as store:
        given = _password(password_stdin)
        once = set_password(store, name, by=actor(by), password=given, division=desk().division)
    _answer(name, once, as_json=as_json)


@app.command(help=_("Give a person another role or department"))
def change(
    name: Login,
    reason: Why,
    department: DepartmentOption = None,
    role: RoleOption = None,
    admin: Annotated[bool, typer.Option("--admin", help=_("An administrator: makes accounts and tokens"))] = False,
    laboratory: LaboratoryOption = None,
    by: By = None,
) -> None:
    """Change a role."""
    from fuelcheck.library import change_role

    meant = _role(role, laboratory, admin=admin)
    with desk().store() as store:
        change_role(
            store, name, meant, by=actor(by), reason=reason, department=_department(department), laboratory=laboratory,
            division=desk().division,
        )  # fmt: skip
    tell(say(_("Changed: {name}"), name=name))


@app.command(help=_("Close an account: it signs in no more, its tokens are good no more, its records stay"))
def deactivate(name: Login, reason: Why, by: By = None) -> None:
    """Close an account."""
    from fuelcheck.library import deactivate_user

    with desk().store() as store:
        deactivate_user(store, name, by=actor(by), reason=reason, division=desk().division)
    tell(say(_("Closed: {name}"), name=name))


def _answer(login: str, once: str | None, *, as_json: bool) -> None:
    if as_json:
        answer_json({"login": login, "one_time_password": once})
        return
    tell(say(_("Entered: {name}"), name=login))
    if once is not None:
        tell(_("The one-time password is shown this once; it is to be changed at the first sign-in:"))
        typer.echo(once)


def _role(role: str | None, laboratory: str | None, *, admin: bool) -> Role:
    if role is not None:
        return _word("--role", role, Role)
    if admin or laboratory is not None:
        return Role.ADMINISTRATOR if admin else Role.LABORATORY
    raise WhichRole()


def _department(text: str | None) -> Department | None:
    return None if text is None else _word("--department", text, Department)


def _word(option: str, text: str, words: type[W]) -> W:
    for word in words:
        if text.strip() in (word.value, word.zh):
            return word
    raise BadWord(option=option, value=text, allowed=", ".join(f"{word.value} ({word.zh})" for word in words))


def _password(wanted: bool) -> str | None:
    if not wanted:
        return None
    if sys.stdin.isatty():
        return getpass.getpass(_("The new password: "))
    return sys.stdin.readline().rstrip("\r\n")


def _shown(one: "Account") -> dict[str, object]:
    return {
        "login": one.login, "name": one.name, "role": one.role, "department": one.department,
        "divisions": list(one.divisions), "laboratory": one.laboratory, "inspector": one.inspector,
        "active": one.active, "one_time_password": one.one_time,
        "password_set_at": exact_text(one.password_set_at),
    }  # fmt: skip
