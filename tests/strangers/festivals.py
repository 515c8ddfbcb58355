"""Festivals of strangers: other languages, other sizes, much too much of one thing and nothing of another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from small_festival import draw_picture

#: sentences to make prose of, by language
SENTENCES = {
    "en": (
        "The harbour is empty when the first boat comes in.",
        "Nobody in the village remembers who planted the orchard, yet everybody claims a tree.",
        "A letter arrives twelve years late and is answered the same evening.",
        "She counts the windows that are still lit, and there are fewer each night.",
        "What the camera keeps back is as carefully chosen as what it shows.",
        "The comedy is dry, the sorrow is not announced, and the ending is earned.",
    ),
    "zh-Hant": (
        "第一艘船進港時，碼頭上一個人也沒有。",
        "村裡誰也不記得果園是誰種下的，卻人人都說其中一棵是自己的。",
        "一封信遲到了十二年，當天晚上就有了回音。",
        "她數著還亮著的窗戶，一夜比一夜少。",
        "鏡頭留住不說的，與它說出來的同樣講究。",
    ),
    "ja": (
        "最初の船が入ってくるとき、港には誰もいない。",
        "村の果樹園を誰が植えたのか、もう覚えている者はいない。",
        "十二年遅れて届いた手紙に、その晩のうちに返事が書かれる。",
        "彼女はまだ灯っている窓を数える。夜ごとに、その数は減っていく。",
        "カメラが見せないものは、見せるものと同じくらい注意深く選ばれている。",
    ),
    "ko": (
        "첫 배가 들어올 때 항구에는 아무도 없다.",
        "마을 사람들은 누가 과수원을 심었는지 기억하지 못한다.",
        "편지는 십이 년 늦게 도착하고 그날 저녁에 답장이 쓰인다.",
        "그녀는 아직 불이 켜진 창을 세는데 밤마다 그 수가 줄어든다.",
    ),
    "it": (
        "Il porto è vuoto quando entra la prima barca.",
        "In paese nessuno ricorda chi abbia piantato il frutteto, eppure ognuno rivendica un albero.",
        "Una lettera arriva con dodici anni di ritardo e riceve risposta la sera stessa.",
        "Lei conta le finestre ancora accese, e ogni notte sono di meno.",
    ),
}
TITLES = {
    "en": (
        "The Empty Harbour",
        "Orchard",
        "Twelve Years Late",
        "Lit Windows",
        "What Is Kept Back",
        "Dry Season",
        "A Small Boat",
        "Northbound",
        "The Second Lantern",
        "Salt",
    ),
    "zh-Hant": (
        "空港",
        "果園",
        "遲來的信",
        "亮著的窗",
        "留住不說的",
        "旱季",
        "小船",
        "北上",
        "第二盞燈",
        "鹽",
    ),
    "ja": (
        "空の港",
        "果樹園",
        "遅れてきた手紙",
        "灯る窓",
        "見せないもの",
        "乾いた季節",
        "小さな舟",
        "北へ",
        "二つめの灯",
        "塩",
    ),
    "ko": (
        "빈 항구",
        "과수원",
        "늦은 편지",
        "불 켜진 창",
        "보이지 않는 것",
        "건기",
        "작은 배",
        "북쪽으로",
        "두 번째 등불",
        "소금",
    ),
    "it": (
        "Il porto vuoto",
        "Il frutteto",
        "Dodici anni di ritardo",
        "Finestre accese",
        "Ciò che non si mostra",
        "Stagione secca",
        "Una barca",
        "Verso nord",
        "La seconda lanterna",
        "Sale",
    ),
}
NAMES = (
    "Anna Marr",
    "Bo Lindqvist",
    "Carla Sanna",
    "Dae-jung Han",
    "Eiko Mori",
    "Farid Aziz",
    "Gao Lin",
    "Hana Kubo",
    "Ilse Roth",
    "Jun Park",
    "Kei Sato",
    "Lia Conti",
    "Mei Wong",
    "Nils Berg",
)
ROLES = ("director", "script", "photography", "editing", "music", "sound", "producer", "production_design")
NAME = {
    "en": "Harbour Film Week",
    "zh-Hant": "港灣影展",
    "ja": "港映画祭",
    "ko": "항구영화제",
    "it": "Settimana del cinema del porto",
}
SECTIONS = {
    "new": {"en": "New Films", "zh-Hant": "新片", "ja": "新作", "ko": "신작", "it": "Nuovi film"},
    "old": {"en": "Old Films", "zh-Hant": "舊片", "ja": "旧作", "ko": "고전", "it": "Film ritrovati"},
}

Form = dict[str, Any]


def words_of(lang: str, count: int) -> str:
    """Prose of so many words (of so many Han characters, kana or syllables where there are no spaces)."""
    text = ""
    for sentence in cycle(SENTENCES[lang]):
        size = len(text.split()) if lang in ("en", "it", "ko") else len(text)
        if size >= count:
            return text
        text += sentence if lang in ("zh-Hant", "ja") else f"{sentence} "
    raise AssertionError


def prose(lang: str, count: int, paragraphs: int = 3) -> str:
    return "\n\n".join(words_of(lang, count // paragraphs).strip() for _ in range(paragraphs))


def in_all(languages: tuple[str, ...], text: Callable[[str], str]) -> Form:
    return {lang: text(lang) for lang in languages}


class Stranger:
    """Writes one festival; what is not asked for is left out."""

    def __init__(self, folder: Path, *languages: str) -> None:
        self.folder, self.languages = folder / "content", languages
        self.written = 0
        self.write(
            "festival.yaml",
            {
                "name": in_all(languages, NAME.__getitem__),
                "edition": 7,
                "dates": ["2027-05-01", "2027-05-09"],
                "time_zone": "Europe/Rome",
                "languages": list(languages),
                "day_ends": "05:00",
                "organiser": "Harbour Society",
                "site": "https://harbour.example",
                "tickets": "https://harbour.example/t/{code}",
                "sections": {
                    key: {"name": in_all(languages, names.__getitem__)} for key, names in SECTIONS.items()
                },
            },
        )
        self.write(
            "venues.yaml",
            {
                "quay": {
                    "name": in_all(languages, TITLES_OF_VENUES["quay"].__getitem__),
                    "address": "Molo 1",
                    "code": "QU",
                    "seats": 120,
                },
                "mole": {"name": in_all(languages, TITLES_OF_VENUES["mole"].__getitem__), "code": "MO"},
            },
        )

    def write(self, name: str, values: Form) -> None:
        """JSON is YAML; editors write it by hand, a test does not."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def film(
        self, number: int, *, words: int = 120, signs: int = 170, still: bool = True, **more: Any
    ) -> None:
        """One whole film; `more` takes the place of its fields, None leaves one out."""
        slug, languages = f"film-{number:02d}", self.languages
        names = islice(cycle(NAMES), number, None)
        director = next(names)
        values: Form = {
            "title": in_all(
                languages, lambda lang: TITLES[lang][number % 10] + (f" {number}" if number > 9 else "")
            ),
            "section": "new" if number % 2 else "old",
            "premiere": "world" if number % 3 == 0 else None,
            "countries": ["IT", "JP"][: 1 + number % 2],
            "year": 2026 - number % 5,
            "running_time": 80 + number,
            "languages": ["it"],
            "subtitles": ["en"],
            "colour": "colour",
            "credits": [{role: director if role == "director" else next(names)} for role in ROLES],
            "cast": [
                {next(names): in_all(languages, lambda lang: TITLES[lang][(number + 3) % 10])}
                for _ in range(4)
            ],
            "companies": ["Molo Film"],
            "released": {"date": "2026-03-05", "territory": "IT"},
            "review": {
                "by": next(names),
                **in_all(languages, lambda lang: prose(lang, words if lang in "en it ko" else signs)),
            },
            "directors": [
                {
                    "person": director,
                    "born": {"year": 1970 + number},
                    "bio": in_all(languages, lambda lang: words_of(lang, 30)),
                    "filmography": [
                        {"2019": in_all(languages, lambda lang: TITLES[lang][(number + 5) % 10])}
                    ],
                }
            ],
            "screenings": [
                {
                    "at": f"2027-05-{1 + (number + n) % 9:02d} {10 + 3 * ((number + 2 * n) % 5)}:15",
                    "venue": ("quay", "mole")[n % 2],
                }
                for n in range(2)
            ],
        }
        if still:
            draw_picture(
                self.folder / "stills" / f"{slug}.jpg", (1500, 1000), (60 + 25 * (number % 7), 90, 120)
            )
            values["still"] = {"file": f"../stills/{slug}.jpg", "credit": "Molo"}
        self.write(f"films/{slug}.yaml", {**values, **more})
        self.written += 1


TITLES_OF_VENUES = {
    "quay": {
        "en": "Quay Cinema",
        "zh-Hant": "碼頭戲院",
        "ja": "波止場座",
        "ko": "부두극장",
        "it": "Cinema del Molo",
    },
    "mole": {
        "en": "Mole Hall",
        "zh-Hant": "防波堤廳",
        "ja": "防波堤ホール",
        "ko": "방파제홀",
        "it": "Sala della Diga",
    },
}
BARE = dict.fromkeys(
    (
        "credits",
        "cast",
        "companies",
        "released",
        "review",
        "directors",
        "screenings",
        "premiere",
        "countries",
        "year",
        "running_time",
        "languages",
        "subtitles",
        "colour",
        "section",
    )
)


def japanese(folder: Path) -> Stranger:
    """Japanese first, English second."""
    one = Stranger(folder, "ja", "en")
    for number in range(4):
        one.film(number)
    return one


def korean(folder: Path) -> Stranger:
    """Korean first, Italian second."""
    one = Stranger(folder, "ko", "it")
    for number in range(4):
        one.film(number)
    return one


def single(folder: Path) -> Stranger:
    """One film."""
    one = Stranger(folder, "en", "zh-Hant")
    one.film(1)
    return one


def forty(folder: Path) -> Stranger:
    """Forty films, a still for every fifth."""
    one = Stranger(folder, "en", "zh-Hant")
    for number in range(40):
        one.film(number, words=80, signs=110, still=number % 5 == 0)
    return one


def bare(folder: Path) -> Stranger:
    """Nothing but titles."""
    one = Stranger(folder, "en", "zh-Hant")
    for number in range(5):
        one.film(number, still=False, **BARE)
    return one


def extreme(folder: Path) -> Stranger:
    """Too much and too little: sixty-character titles, forty credits of fourteen names, one word, 1,500 words."""
    one = Stranger(folder, "en", "zh-Hant")
    long = {
        "en": "The Extraordinarily Long Title of a Film That Never Does End",
        "zh-Hant": "很長很長的片名" * 8 + "再加四字",
    }
    assert {len(text) for text in long.values()} == {60}
    one.film(0, title=long, review={"by": "Lia Conti", "en": "Unforgettable.", "zh-Hant": "難忘。"})
    one.film(1, words=1500, signs=2300, credits=list(_many_credits()))
    one.film(2, still=False, **{**BARE, "review": {"en": "Yes.", "zh-Hant": "好。"}})
    return one


def crowded(folder: Path) -> Stranger:
    """A film that is shown thirty times."""
    one = Stranger(folder, "en", "zh-Hant")
    one.film(
        0,
        screenings=[
            {"at": f"2027-05-{1 + n % 9:02d} {10 + 2 * (n // 9)}:00", "venue": "quay"} for n in range(30)
        ],
    )
    return one


def _many_credits() -> Iterator[Form]:
    """Forty roles, known ones and others, with fourteen names each."""
    for number in range(40):
        role = ROLES[number] if number < len(ROLES) else f"Unit {number} Department"
        yield {role: [f"{name} {'ABCDEFGHIJ'[number % 10]}." for name in NAMES]}


def alone(folder: Path) -> Stranger:
    """One language only."""
    one = Stranger(folder, "en")
    for number in range(3):
        one.film(number, words=260)
    return one


def three(folder: Path) -> Stranger:
    """Three languages."""
    one = Stranger(folder, "en", "zh-Hant", "ja")
    for number in range(3):
        one.film(number)
    return one


STRANGERS: dict[str, Callable[[Path], Stranger]] = {
    "japanese": japanese,
    "korean": korean,
    "single": single,
    "forty": forty,
    "bare": bare,
    "extreme": extreme,
    "crowded": crowded,
    "alone": alone,
    "three": three,
}


def write_stranger(name: str, folder: Path) -> Path:
    """Write the festival of this name; give its content folder."""
    return STRANGERS[name](folder).folder
