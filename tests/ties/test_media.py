"""The countries of outlets."""

from pathlib import Path

import pytest

from lacos.tables import TableError
from lacos.ties.media import country, domains


@pytest.mark.parametrize(
    ("outlet", "code"),
    [
        ("politica.estadao.com.br", "BRA"),
        ("g1.globo.com", "BRA"),
        ("publico.pt", "PRT"),
        ("jornaldeangola.ao", "AGO"),
        ("bbc.co.uk", "GBR"),
        ("bbc.com", "GBR"),
        ("brasil.elpais.com", "ESP"),
        ("elpais.com.uy", "URY"),
        ("lefigaro.com", "FRA"),
        ("www.dw.com", "DEU"),
        ("Folha de S.Paulo", "BRA"),
        ("folha de s.paulo", "BRA"),
        ("Diário de Notícias", "PRT"),
        ("Reuters", ""),  # of no one country
        ("canal.tv", ""),  # Tuvalu sells its domain to anybody
        ("O Semanário da Serra", ""),
        ("", ""),
    ],
)
def test_an_outlet_has_the_country_of_its_name_or_domain(outlet: str, code: str) -> None:
    assert country(outlet) == code


def test_a_domain_of_no_country_is_named(tmp_path: Path) -> None:
    table = tmp_path / "domains.tsv"
    table.write_text("domain\tcountry\nbr\tBRA\nxy\tXYZ\n", "utf8")
    with pytest.raises(TableError, match=r"domains.tsv, line 3: 'XYZ' is no country"):
        domains(table)
