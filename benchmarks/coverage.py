"""How many states and leaders the tables know: ``python -m benchmarks.coverage [--misses]``.

Every country of countries.json by its Portuguese names, and every leader of REIGN who held office after 1989, on a day in the middle of the
tenure: known where a person with such a name stands for the state then. Left out: San Marino's captains regent, two every half-year.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import unicodedata
from collections import defaultdict
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from lacos.actors.gazetteer import gazetteer
from lacos.actors.tables import Person, all_persons, states

DATA = Path(__file__).parents[2] / "shared" / "data" / "actors"
FIRST = date(1990, 1, 1)
COW_CODES = """
    BHM:BHS HAI:HTI TRI:TTO BAR:BRB GRN:GRD SLU:LCA SVG:VCT AAB:ATG SKN:KNA GUA:GTM HON:HND SAL:SLV COS:CRI PAR:PRY URU:URY UKG:GBR
    IRE:IRL NTH:NLD FRN:FRA MNC:MCO SWZ:CHE SPN:ESP POR:PRT GMY:DEU GFR:DEU GDR:DDR AUS:AUT CZR:CZE SLO:SVK SNM:SMR MNG:MNE MAC:MKD
    CRO:HRV YUG:SRB BOS:BIH KOS:XKX SLV:SVN BUL:BGR MLD:MDA ROM:ROU LAT:LVA LIT:LTU GRG:GEO SWD:SWE DEN:DNK ICE:ISL DRV:VNM BUI:BDI
    CAP:CPV CAO:CMR CEN:CAF CHA:TCD CON:COG DRC:COD EQG:GNQ IVO:CIV GUI:GIN GAM:GMB LES:LSO LIB:LBY MAA:MRT MAG:MDG MAS:MUS MAW:MWI
    MOR:MAR NIG:NGA NIR:NER SAF:ZAF SEY:SYC SIE:SLE SUD:SDN SWA:SWZ TAZ:TZA TOG:TGO ZAM:ZMB ZIM:ZWE ALG:DZA ANG:AGO BFO:BFA AUL:AUS
    BAH:BHR BNG:BGD BHU:BTN BRU:BRN CAM:KHM INS:IDN KUW:KWT KYR:KGZ KZK:KAZ LEB:LBN MAD:MDV MAL:MYS MON:MNG MYA:MMR NEW:NZL OMA:OMN
    PHI:PHL ROK:KOR SIN:SGP SOL:SLB SRI:LKA TAJ:TJK TAW:TWN THI:THA UAE:ARE PAL:PLW BOT:BWA VAN:VUT NAU:NRU MSI:MHL ETM:TLS
"""
"""Correlates of War abbreviations that are not ISO 3166-1 codes, with those codes."""
ALIKE = 0.75
"""Likeness of two spellings of a name: REIGN transliterates freely ("Burdzhanadze")."""


def plain(text: str) -> set[str]:
    """The words of a name without accents, in lower case."""
    bare = unicodedata.normalize("NFD", text.replace("-", " ")).encode("ascii", "ignore").decode().lower()
    return {word for word in re.findall(r"[a-z]+", bare) if len(word) > 1}


def countries() -> list[tuple[bool, str]]:
    results = []
    for country in json.loads((DATA / "countries.json").read_text("utf8")):
        if country["cca3"] in states():
            for name in {country["por"]["common"], country["por"]["official"]}:
                found = {entity.code for hit in gazetteer().find(name) for entity in hit.entities}
                results.append((country["cca3"] in found, f"{country['cca3']} {name}"))
    return results


def leaders() -> list[tuple[bool, str]]:
    cow = dict(pair.split(":") for pair in COW_CODES.split())
    served: dict[str, list[tuple[Person, set[str]]]] = defaultdict(list)
    for person in all_persons():
        words = {word for form in person.forms for word in plain(form)}
        for code in {tenure.code for tenure in person.tenures}:
            served[code].append((person, words))
    results = []
    with (DATA / "reign-leaders-2021-03.csv").open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            try:
                start = date(int(row["syear"]), int(row["smonth"]), min(28, int(row["sdate"] or 1)))
                end = date(int(row["eyear"]), int(row["emonth"]), 1)
            except ValueError:
                continue
            code = cow.get(row["stateabb"], row["stateabb"])
            if end < FIRST or code not in states() or code == "SMR":
                continue
            start = max(start, FIRST)
            middle = start + (max(end, start) - start) / 2
            codes = [code, *({"RUS": ["SUN"], "SRB": ["SCG", "YUG"], "CZE": ["CSK"]}.get(code, []))]
            holders = [words for one in codes for person, words in served[one] if person.standing(middle)[0] == one]
            known = any(alike(word, other) for words in holders for other in words for word in plain(row["leader"]))
            results.append((known, f"{code} {row['leader']} {middle}"))
    return results


def alike(one: str, other: str) -> bool:
    return (len(one) > 3 and SequenceMatcher(None, one, other).ratio() >= ALIKE) or one == other


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true")
    show = options.parse_args().misses
    for name, results in (("names of countries", countries()), ("leaders since 1990", leaders())):
        known = sum(right for right, _ in results)
        print(f"{name}: {known} of {len(results)} known, {known / len(results):.3f}")
        for right, what in results:
            if show and not right:
                print(f"  {what}")


if __name__ == "__main__":
    main()
