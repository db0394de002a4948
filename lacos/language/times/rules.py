"""All rules by the name that times.toml calls them by. A rule gives the value of a form, or None where the words are no time after all."""

from __future__ import annotations

from lacos.language.times import amounts, counting, days, periods
from lacos.language.times.values import Rule, no_time

_RULES: tuple[Rule, ...] = (
    no_time,
    *(days.day, days.last_day, days.days, days.relative_day, days.weekday, days.weekdays, days.feast, days.named),
    *(
        periods.month,
        periods.months,
        periods.year,
        periods.years,
        periods.decade,
        periods.century,
        periods.part_of_year,
        periods.season,
        periods.period,
        periods.weekend,
        periods.part_of_period,
    ),
    *(counting.ago, counting.counted, counting.told_day, counting.told),
    *(amounts.clock, amounts.hours, amounts.noon, amounts.midnight, amounts.daypart, amounts.duration, amounts.set_of_times),
)
RULES: dict[str, Rule] = {rule.__name__: rule for rule in _RULES}
