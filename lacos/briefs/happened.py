"""What happened, what led to it and what is still open: a sentence a happening, with the words that tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lacos.briefs.brief import Sentence
from lacos.briefs.clauses import Aspect, according, clause, excerpt, sentence_case, told, when
from lacos.briefs.deeds import Deed, plainness
from lacos.briefs.speech import Parts, Speech, words
from lacos.records import Standing, Status


def happened(speech: Speech, some: Sequence[Deed], quoting: bool) -> Iterator[Sentence]:
    """A sentence a happening; of those with a date it stands first in every other one, so that they do not all begin alike.

    When it was reported is told with the words, or without them where the happening would be.
    """
    dated = 0
    for deed in some:
        quote = excerpt(speech, deed, crediting=not deed.act.when) if quoting else ()
        said = clause(speech, deed) if quote and not deed.act.when else told(speech, deed, first=dated % 2 == 1)
        dated += bool(deed.act.when) or not quote
        yield telling((*said, *according(speech, deed), *_several(speech, deed), *quote), deed)


def is_open(deed: Deed) -> bool:
    """Whether it is in dispute, or told plainly as still to come."""
    planned = deed.act.status is Status.FUTURE and not deed.act.historical and plainness(deed.telling) == 1
    return planned or deed.standing is Standing.CONTESTED


def still_open(speech: Speech, some: Sequence[Deed]) -> Iterator[Sentence]:
    """What is planned, and what is in dispute."""
    for n, deed in enumerate(some):
        if deed.standing is Standing.CONTESTED:
            said = (*clause(speech, deed, Aspect.OCCURRED), *when(speech, deed))
            yield telling(speech.say("open.contested", clause=said), deed)
        elif published := deed.telling.citation.published:
            due = when(speech, deed) if (deed.act.when or "") > published else ()
            said, date = (*clause(speech, deed, Aspect.FUTURE), *due), speech.date(published)
            planned = speech.say(f"open.planned.{n % 2}", clause=said, date=(date,))
            yield telling((*planned, *excerpt(speech, deed)), deed)


def telling(parts: Parts, deed: Deed) -> Sentence:
    """A sentence about a happening, with the words that tell it best."""
    return Sentence((*sentence_case(parts), *words(".")), (deed.telling.citation,), (deed.id,))


def _several(speech: Speech, deed: Deed) -> Parts:
    """From how many independent origins it comes, where there are several."""
    if deed.act.origins < 2:
        return ()
    return speech.say("several", origins=speech.counted(f"origins.{deed.id}", deed.act.origins, "origins"))
