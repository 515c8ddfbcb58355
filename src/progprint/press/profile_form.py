"""Profile file -> Profile and every fault in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from progprint.design import values as v
from progprint.design.forms import (
    Field,
    Form,
    Record,
    choice,
    converted,
    count,
    listing,
    record,
    scalar,
)
from progprint.design.inheritance import house_folders
from progprint.design.style_keys import FLAG
from progprint.diag import Diagnostic, Severity
from progprint.press.conditions import icc_fault
from progprint.press.ink_names import RESERVED, alike
from progprint.press.profile import Intent, Limits, PageCounts, Profile, Sizes
from progprint.press.profile_layers import layer_files, read_profile_layers
from progprint.source import Mapping, error, with_excerpts

STANDARDS = ("pdf-x-4", "pdf-x-1a")
RENDERINGS = ("relative", "perceptual", "saturation", "absolute")
MARKS = ("off", "crop", "all")
#: what comes with progprint
HOUSE_ICC = Path(__file__).resolve().parent.parent / "data" / "icc"
SUFFIXES = (".yaml", ".yml")

_MEASURE: dict[str, Any] = {"type": ["string", "number"]}
_POINTS = scalar(v.points, _MEASURE)
_TEXT = scalar(v.plain, {"type": "string"})
_PPI = count(1, 4800)


def _ink(text: str) -> float | v.Wrong:
    got = v.share(text)
    if isinstance(got, v.Wrong):
        return got
    return got if 1 <= got <= 4 else v.Wrong("a total of ink from 100 % to 400 %")


def _sizes(text: str) -> Form:
    fields = {
        "latin": Field(_POINTS, f"{text}, Latin, Cyrillic, Thai"),
        "han": Field(_POINTS, f"{text}, Han, kana, Hangul"),
    }
    return record(fields, "a smallest size", merges=False)


def _rising(found: Record) -> Any:
    first, second = found.values.get("error", 150), found.values.get("warning", 225)
    if first > second:
        return v.Wrong("a resolution whose `error` is at most its `warning`")
    return float(first), float(second)


_RESOLUTION = converted(
    record(
        {
            "error": Field(_PPI, "pixels per inch below which a picture is refused"),
            "warning": Field(_PPI, "pixels per inch below which a picture is reported"),
        },
        "`resolution`",
        merges=False,
    ),
    _rising,
)


def _counts(found: Record) -> Any:
    counts = PageCounts(**found.values)
    if counts.fewest > counts.most:
        return v.Wrong(f"a number of pages: the fewest, {counts.fewest}, are more than {counts.most}")
    if counts.most - counts.most % counts.multiple < counts.fewest:
        return v.Wrong(
            f"a number of pages: none from {counts.fewest} to {counts.most} is a multiple of "
            f"{counts.multiple}"
        )
    return counts


_PAGES = converted(
    record(
        {
            "fewest": Field(count(1, 9999), "pages of the thinnest book"),
            "most": Field(count(1, 9999), "pages of the thickest book"),
            "multiple": Field(count(1, 64), "of which the number must be a multiple"),
        },
        "`pages`",
        merges=False,
    ),
    _counts,
)

LIMITS_FIELDS: dict[str, Field] = {
    "total-ink": Field(scalar(_ink, _MEASURE), "sum of all inks: 300 %"),
    "resolution": Field(_RESOLUTION, "of pictures at their printed size"),
    "line-art": Field(_PPI, "pixels per inch of pictures of 1 bit"),
    "text": Field(_sizes("smallest text"), "smallest text by script"),
    "reversed": Field(_sizes("smallest white text"), "smallest white text by script"),
    "text-in-inks": Field(_POINTS, "smallest text in two inks or more"),
    "line": Field(_POINTS, "thinnest line in one ink"),
    "line-in-inks": Field(_POINTS, "thinnest line in two inks or more, or white"),
    "safety": Field(_POINTS, "least distance from the trim to text"),
    "folio": Field(_POINTS, "least distance from the trim to folios"),
    "gutter": Field(_POINTS, "least distance from the fold to text"),
    "saddle-gutter": Field(_POINTS, "the same in a stitched book"),
    "module": Field(_POINTS, "least side of a code's module"),
    "spots": Field(count(0, 12), "how many spot inks there may be"),
    "spot-names": Field(listing(_TEXT), "which spot inks there may be"),
    "pages": Field(_PAGES, "how many pages a book may have"),
}
PROFILE_FIELDS: dict[str, Field] = {
    "extends": Field(_TEXT, "a profile of the house by its name, or a file beside this one"),
    "standard": Field(choice(*STANDARDS), "the standard that a file must claim", required=True),
    "intent": Field(
        record(
            {
                "name": Field(_TEXT, "of the printing condition, such as FOGRA39", required=True),
                "registry": Field(_TEXT, "where the name is registered"),
                "icc": Field(_TEXT, "file of the shop's ICC profile, beside this one"),
                "known-as": Field(
                    listing(_TEXT), "what its ICC profile is called in this computer's folders of profiles"
                ),
                "rendering": Field(choice(*RENDERINGS), "how colours of pictures are brought into its reach"),
                "black-point": Field(FLAG, "the darkest of a picture becomes the darkest of the press"),
            },
            "`intent`",
        ),
        "the printing condition that a file must name",
        required=True,
    ),
    "bleed": Field(_POINTS, "on all sides"),
    "marks": Field(choice(*MARKS), "off: none wanted; crop: crop marks; all: a colour bar, too"),
    "limits": Field(record(LIMITS_FIELDS, "`limits`", merges=False), "the press's numbers"),
}
PROFILE = record(PROFILE_FIELDS, "a profile")


def profile_schema() -> dict[str, Any]:
    """Give the JSON Schema of profile files."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Printer profile of progprint",
        **PROFILE.schema,
        "anyOf": [
            {"required": ["extends"]},
            {"required": [key for key, field in PROFILE_FIELDS.items() if field.required]},
        ],
    }


def profile_folders(folder: Path) -> tuple[Path, ...]:
    """Name where profiles are looked for by name: the user's `profiles/`, then the house's."""
    return (folder / "profiles", *(house.parent / "profiles" for house in house_folders()))


def profile_names(folder: Path) -> tuple[str, ...]:
    """Name the profiles of the house and of `folder/profiles`, sorted."""
    return tuple(sorted({path.stem for place in profile_folders(folder) for path in place.glob("*.yaml")}))


def find_profile(name_or_path: str, folder: Path) -> Path | None:
    """Find a profile: a path that ends in .yaml, else by name."""
    if name_or_path.endswith(SUFFIXES):
        given = Path(name_or_path)
        return given if given.is_file() else None
    if Path(name_or_path).name != name_or_path:
        return None
    places = [place / f"{name_or_path}{end}" for place in profile_folders(folder) for end in SUFFIXES]
    return next((path for path in places if path.is_file()), None)


def profile_files(path: Path) -> tuple[Path, ...]:
    """Name a profile's file and those of what it extends."""
    return layer_files(path, _house())


def _house() -> tuple[Path, ...]:
    return tuple(place.parent / "profiles" for place in house_folders())


def read_profile(path: Path) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
    """Read a profile; none when there is any error."""
    faults: list[Diagnostic] = []
    tree = read_profile_layers(path, _house(), faults)
    profile = _profile(path, tree, faults) if tree is not None else None
    if any(fault.code in ("unknown-profile", "circular-extends") for fault in faults):
        # what is missing may stand there
        faults = [fault for fault in faults if fault.code != "missing-key"]
    shown = tuple(with_excerpts(faults, Path()))
    return None if any(f.severity is Severity.ERROR for f in shown) else profile, shown


def _profile(path: Path, node: Mapping, faults: list[Diagnostic]) -> Profile | None:
    found: Record = PROFILE.read(node, faults)
    if any(key not in found.values for key in ("standard", "intent")):
        return None
    rows: Record | None = found.values.get("limits")
    limits = _limits(rows.values if rows else {})
    profile = Profile(
        name=path.stem,
        standard=found.values["standard"],
        intent=_intent(found.values["intent"], faults),
        bleed=found.values.get("bleed", Profile("").bleed),
        marks=found.values.get("marks", "off"),
        limits=limits,
    )
    if rows is not None:
        faults.extend(_contradictions(profile, rows))
    return profile


def _limits(values: dict[str, Any]) -> Limits:
    usual = Limits()
    sizes = {
        key: _with_defaults(values[key], default)
        for key, default in (("text", usual.text), ("reversed", usual.reversed_text))
        if key in values
    }
    plain = {key.replace("-", "_"): value for key, value in values.items() if key not in ("text", "reversed")}
    if "line_art" in plain:
        plain["line_art"] = float(plain["line_art"])
    return usual._replace(
        **plain, text=sizes.get("text", usual.text), reversed_text=sizes.get("reversed", usual.reversed_text)
    )


def _with_defaults(found: Record, default: Sizes) -> Sizes:
    return default._replace(**found.values)


def _intent(found: Record, faults: list[Diagnostic]) -> Intent:
    values = found.values
    usual = Intent("")
    intent = Intent(
        values.get("name", ""),
        values.get("registry", usual.registry),
        rendering=values.get("rendering", usual.rendering),
        black_point=values.get("black-point", usual.black_point),
        known_as=tuple(values.get("known-as", ())),
    )
    if "icc" not in values:
        return intent
    place = found.places["icc"]
    # beside the profile that says so, which may be one that is extended
    beside = Path(place.file).parent / values["icc"]
    icc = next((path for path in (beside, HOUSE_ICC / values["icc"]) if _is_there(path)), beside)
    wrong = icc_fault(icc)
    if wrong is not None:
        code, words = wrong
        hint = "ask the print shop for the profile of its printing condition"
        named = f"`{icc.name[:80]}`"
        none = words == "is not there"
        message = f"there is no file {named} beside the profile" if none else f"{named} {words}"
        faults.append(error(code, message, place, hint))
        return intent
    return intent._replace(icc=icc)


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # a name that no file can have
        return False


def _contradictions(profile: Profile, rows: Record) -> list[Diagnostic]:
    """What two keys cannot both mean."""
    limits, places, found = profile.limits, rows.places, []

    def against(key: str, message: str) -> None:
        found.append(error("contradiction", message, places.get(key, rows.source)))

    if limits.line > limits.line_in_inks:
        against(
            "line-in-inks" if "line-in-inks" in places else "line",
            "a line in several inks may be thinner than one in a single ink: `line` is above `line-in-inks`",
        )
    for script, plain, white in zip(Sizes._fields, limits.text, limits.reversed_text, strict=True):
        if plain > white:
            against(
                "reversed" if "reversed" in places else "text",
                f"white {script} text may be smaller than black: {white:g} pt against {plain:g} pt",
            )
    if len(limits.spot_names) > limits.spots:
        against("spot-names", f"{len(limits.spot_names)} spot inks are named, {limits.spots} may be used")
    for first, second in alike(limits.spot_names):
        why = f"`{first[:40]}` and `{second[:40]}` are one ink by two names"
        if first in RESERVED:
            why = f"`{second[:40]}` is the name of no spot ink"
        against("spot-names", f"`{second[:40]}` stands twice" if first == second not in RESERVED else why)
    if limits.line_art < limits.resolution[0]:
        against(
            "line-art",
            f"line art may be coarser than pictures: {limits.line_art:g} against "
            f"{limits.resolution[0]:g} ppi",
        )
    return found
