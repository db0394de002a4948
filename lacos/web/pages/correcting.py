"""Correcting: forms for an event and for a happening, and the list of what persons judged and corrected, which can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from lacos.evaluation import judged
from lacos.events import ontology
from lacos.ledger import Change, CorrectionError, Ledger, lookup
from lacos.ledger.corrections import LONGEST
from lacos.web import addresses
from lacos.web.asking import FARTHEST, Page, page, whole
from lacos.web.contents import judging, reports
from lacos.web.contents.judging import Filled
from lacos.web.dependencies import may, opened, reader_of, speaking
from lacos.web.downloading import as_csv, wants_csv
from lacos.web.errors import MissingError, RoleError, WrongValueError
from lacos.web.rendering import render

router = APIRouter()
Field = Annotated[str, Form()]
Number = Annotated[int, Path(ge=1, le=FARTHEST)]
JUDGE = [may("judge")]
LISTS = ("corrections", "judgements")


@router.get("/correcting")
def correcting(request: Request) -> Response:
    """All that was judged and corrected, the latest first; as files, each list by its name."""
    ledger, name = opened(request), request.query_params.get("list", LISTS[0])
    if name not in LISTS:
        raise WrongValueError("list", "wrong_choice", given=name, some=", ".join(LISTS))
    lists = {"corrections": ledger.corrections(), "judgements": ledger.judgements()}
    if wants_csv(request):
        return as_csv(f"lacos-{name}", lists[name].columns, lists[name].values)
    part, done = page(request), whole(request.query_params, "done", 0, 1, FARTHEST)
    rows = [row for some in lists.values() for row in some]
    rows.sort(key=lambda row: -row["n"])
    return render(request, "correcting.html", **listed(ledger, rows, part), total=len(rows), page=part, done=done)


def listed(ledger: Ledger, rows: list[dict[str, Any]], part: Page) -> dict[str, Any]:
    """A part of the list, with the sentences that it is about."""
    some = rows[part.offset : part.offset + part.limit]
    with ledger.database.reading() as connection:
        quoted = judging.quoted(connection, {row[name] for row in some for name in ("event", "one", "other") if name in row})
    return {"rows": some, "quoted": quoted}


@router.get("/correcting/gold.json", dependencies=JUDGE)
def gold(request: Request) -> Response:
    """What was corrected, for ``lacos evaluate``."""
    text, _ = judged.as_json(opened(request))
    return Response(text, 200, {"Content-Disposition": 'attachment; filename="gold.json"', "Cache-Control": "no-store"}, "application/json")


@router.get("/correcting/event/{id}", dependencies=JUDGE)
def event(request: Request, id: str, document: str = "") -> Response:
    """The form for an event."""
    return event_form(request, id, document)


@router.post("/correcting/event/{id}", dependencies=JUDGE)
def corrected(
    request: Request,
    id: str,
    do: Field = "",
    type: Field = "",
    mode: Field = "",
    status: Field = "",
    historical: Field = "",
    date: Field = "",
    actor: Field = "",
    recipient: Field = "",
    note: Field = "",
    document: Field = "",
) -> Response:
    """Correct an event as the form says: ``do`` is "wrong" or "mend". What cannot be comes back with the form."""
    filled = Filled(type, mode, status, historical, date, actor, recipient, written(note))
    ledger = opened(request)
    with ledger.database.reading() as connection:
        found = judging.telling(connection, id, document)
    if found is None:
        raise MissingError("missing_event", id=id)
    change = Change(wrong=True) if do == "wrong" else filled.change(found.event)
    try:
        number = ledger.correct(id, change, name_of(request), filled.note)
    except CorrectionError as error:
        return event_form(request, id, document, filled, error)
    return to(addresses.with_query(addresses.document(found.document.id), [("done", str(number))]) + f"#{id}")


def event_form(request: Request, id: str, document: str, filled: Filled | None = None, error: CorrectionError | None = None) -> Response:
    """The form for an event, with what was wrong with what it sent."""
    with opened(request).database.reading() as connection:
        found = judging.telling(connection, id, document)
    if found is None:
        raise MissingError("missing_event", id=id)
    modes = [(kind, list(info.modes)) for kind, info in ontology().items() if info.modes]
    wrong = speaking(request)(f"correct_wrong_{error.reason}") if error else ""
    shown = {"found": found, "filled": filled or judging.filled(found.event), "modes": modes, "wrong": wrong, "longest": LONGEST}
    return private(render(request, "correct_event.html", 422 if error else 200, **shown))


@router.get("/correcting/happening/{id}", dependencies=JUDGE)
def happening(request: Request, id: str) -> Response:
    """The forms that join a happening with another, or take a report out of it."""
    return happening_form(request, id)


@router.post("/correcting/happening/{id}", dependencies=JUDGE)
def joined(request: Request, id: str, do: Field = "", one: Field = "", other: Field = "", pasted: Field = "", note: Field = "") -> Response:
    """Judge that a happening is the same as ``other`` or as what is ``pasted`` ("join"), or that ``one`` tells of another ("part")."""
    ledger, kept = opened(request), written(note)
    with ledger.database.reading() as connection:
        told = mentions(reported(connection, id))
        meant = judging.meant(connection, pasted.strip() or other)
    here = one if do == "part" else next(iter(told))
    there = next((event for event, claim in told.items() if claim != told.get(one)), None) if do == "part" else meant
    if here not in told or there is None:
        return happening_form(request, id, "correct_wrong_other" if do != "part" else "correct_wrong_one")
    if do != "part" and there in told:
        return happening_form(request, id, "correct_wrong_joined")
    number = ledger.judge(here, there, do != "part", name_of(request), kept)
    return to(addresses.with_query(addresses.correcting(), [("done", str(number))]))


def happening_form(request: Request, id: str, wrong: str = "") -> Response:
    """The forms for a happening, with what was wrong with what they sent."""
    with opened(request).database.reading() as connection:
        some = reported(connection, id)
        row = lookup.happening_row(connection, id)
        shown = {"row": row, "reports": some, "alike": judging.alike(connection, row or {}), "longest": LONGEST}
    return private(render(request, "correct_happening.html", 422 if wrong else 200, wrong=wrong and speaking(request)(wrong), **shown))


def reported(connection: Any, id: str) -> tuple[reports.Report, ...]:
    """The reports of a happening. Raises MissingError where there is none."""
    row = lookup.happening_row(connection, id)
    if row is None:
        raise MissingError("missing_happening", id=id)
    return reports.reports(connection, row["n"])


def mentions(some: tuple[reports.Report, ...]) -> Mapping[str, tuple[int, int]]:
    """The events of reports, each with its claim; those of copies of a text are the same."""
    return {one.event: report.place for report in reversed(some) for one in reversed(report.tellings)}


@router.post("/correcting/undo/{number}", dependencies=JUDGE)
def undone(request: Request, number: Number, back: Field = "") -> Response:
    """Undo a judgement or a correction, and go back."""
    ledger = opened(request)
    in_force = {row["n"] for some in (ledger.judgements(), ledger.corrections()) for row in some if row["undone_at"] is None}
    if number not in in_force:
        raise MissingError("missing_judgement", number=number)
    ledger.undo(number)
    return to(addresses.local(back) if back else addresses.correcting())


def written(note: str) -> str:
    """A note. Raises WrongValueError for one that is too long or cannot be kept."""
    if len(note) > LONGEST or "\0" in note:
        raise WrongValueError("note", "wrong_text", most=LONGEST)
    return note.strip()


def name_of(request: Request) -> str:
    """The name under which something is judged."""
    user = reader_of(request)
    if user is None:
        raise RoleError("judge", 401)
    return user.name


def to(address: str) -> Response:
    """Where a form leads."""
    return RedirectResponse(address, 303, {"Cache-Control": "no-store"})


def private(response: Response) -> Response:
    """A page for its reader alone."""
    response.headers["Cache-Control"] = "no-store"
    return response
