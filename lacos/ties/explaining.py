"""Which acts explain a change: one of each kind that pushes it, for a kind of act that many tell of is no slip of one text."""

from __future__ import annotations

from collections.abc import Sequence

from lacos.ties.findings import Act

EXPLAINING = 5


def weightiest(acts: Sequence[Act], pushes: Sequence[float]) -> tuple[Act, ...]:
    """One act of each kind (type and sides), the one that most origins tell of, the first of such; the kinds that weigh most come first.

    A kind weighs how far its acts push the change, each times its origins, summed; those that push it back are left out.
    """
    kinds: dict[tuple[str, str, str], list[Act]] = {}
    weights: dict[tuple[str, str, str], float] = {}
    for act, push in zip(acts, pushes, strict=True):
        kind = (act.type, act.actor, act.recipient)
        weights[kind] = weights.get(kind, 0.0) + push * act.origins
        if push > 0:
            kinds.setdefault(kind, []).append(act)
    chosen = sorted((kind for kind in kinds if weights[kind] > 0), key=lambda kind: (-weights[kind], kind))[:EXPLAINING]
    return tuple(min(kinds[kind], key=lambda act: (-act.origins, str(act.day), act.happening)) for kind in chosen)
