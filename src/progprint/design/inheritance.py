"""A layout file and all it extends -> one tree whose nodes keep their own places."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from progprint.design.forms import Faults, hint_for, kind_of
from progprint.source import Mapping, Node, Scalar, error, read_yaml

#: a key on the left takes these out of what is extended: two ways to say one thing never mix
_RIVALS = {
    "both": ("verso", "recto"),
    "of": ("cmyk", "spot", "gradient"),
    # another colour is not the ink that was named
    "cmyk": ("of", "tint", "gradient", "spot"),
    "spot": ("of", "tint", "gradient"),
    "gradient": ("cmyk", "spot", "of", "tint"),
}

_SUFFIXES = (".yaml", ".yml")


class Layers(NamedTuple):
    """The merged tree and the files it came from."""

    node: Mapping | None
    #: name in messages -> file, the one asked for first
    files: dict[str, Path]
    #: SHA-256 over the files' bytes
    key: str


def house_folders() -> tuple[Path, ...]:
    """Name the folders of the house layouts: package data, then `layouts/` of a source checkout."""
    package = Path(__file__).resolve().parent.parent
    checkout = (package.parent.parent / "layouts",) if package.parent.name == "src" else ()
    return (package / "data" / "layouts", *checkout)


def find_layout(name_or_path: str, folder: Path) -> Path | None:
    """Find a layout: the file itself, else by name in `folder/layouts`, else the house's."""
    given = Path(name_or_path)
    if _is_name(name_or_path):
        places = (folder / "layouts", *house_folders())
        return _first(place / file for place in places for file in _file_names(given.name))
    return _first((*_spellings(given), *_spellings(folder / given)))


def house_layouts() -> dict[str, Path]:
    """Give the file of each house layout by its name."""
    return {path.stem: path for place in reversed(house_folders()) for path in sorted(place.glob("*.yaml"))}


def layout_names(folder: Path) -> tuple[str, ...]:
    """Name the layouts of the house and of `folder/layouts`, sorted."""
    places = (folder / "layouts", *house_folders())
    files = (path for place in places for path in place.glob("*.yaml"))
    # what texts were fitted by lies beside its layout
    return tuple(sorted({path.stem for path in files if not path.stem.endswith(".lock")}))


def _is_name(text: str) -> bool:
    return Path(text).name == text and Path(text).suffix not in _SUFFIXES


def _file_names(name: str) -> tuple[str, ...]:
    return tuple(name + suffix for suffix in _SUFFIXES)


def _spellings(path: Path) -> tuple[Path, ...]:
    if path.suffix in _SUFFIXES or not path.name:
        return (path,)
    return tuple(path.with_name(file) for file in _file_names(path.name))


def _first(paths: Iterable[Path]) -> Path | None:
    return next((path for path in paths if _is_file(path)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name longer than the system allows
        return False


def _shown(path: Path, taken: dict[str, Path]) -> str:
    """Say how a file is called in messages: as given, a house layout without the folder it lies in."""
    name = f"layouts/{path.name}" if path.parent in house_folders() else path.as_posix()
    return path.as_posix() if name in taken else name


def merged(base: Node, over: Node) -> Node:
    """Lay one tree over another: maps merge key by key, all else replaces; an empty value takes out."""
    if not (isinstance(base, Mapping) and isinstance(over, Mapping)):
        return over
    above = {key.text: (key, value) for key, value in over.items}
    gone = {rival for key in above for rival in _RIVALS.get(key, ())} - above.keys()
    items: list[tuple[Scalar, Node]] = []
    for key, value in base.items:
        if key.text in above:
            upper_key, upper = above.pop(key.text)
            items.append((upper_key, merged(value, upper)))
        elif key.text not in gone:
            items.append((key, value))
    return Mapping((*items, *above.values()), over.source)


def read_layers(path: Path, faults: Faults) -> Layers:
    """Read a layout and what it extends; `extends` itself is no longer in the tree."""
    digest = hashlib.sha256()
    trees: list[Mapping] = []
    files: dict[str, Path] = {}
    here: Path | None = path
    while here is not None:
        shown = _shown(here, files)
        files[shown] = here
        node, found = read_yaml(here, shown)
        faults.extend(found)
        if not isinstance(node, Mapping):
            if node is not None:
                faults.append(error("wrong-kind", f"a layout is a map, found {kind_of(node)}", node.source))
            break
        digest.update(here.read_bytes() + b"\0")
        trees.append(Mapping(tuple(item for item in node.items if item[0].text != "extends"), node.source))
        here = _next(node, tuple(files.values()), faults)
    tree: Mapping | None = None
    for upper in reversed(trees):
        joined = upper if tree is None else merged(tree, upper)
        tree = joined if isinstance(joined, Mapping) else None
    return Layers(tree, files, digest.hexdigest())


def _next(node: Mapping, files: tuple[Path, ...], faults: Faults) -> Path | None:
    """Find the layout that the last file extends; a circle is reported and ends the walk."""
    word = node.get("extends")
    if word is None:
        return None
    if not isinstance(word, Scalar):
        faults.append(error("wrong-kind", f"`extends` names one layout, found {kind_of(word)}", word.source))
        return None
    here = files[-1]
    beside = here.parent / word.text
    # a layout may extend the house's layout of its own name
    found = [path for path in _spellings(beside) if _is_file(path)]
    if _is_name(word.text):
        houses = (place / f"{word.text}.yaml" for place in house_folders())
        found += [path for path in houses if _is_file(path)]
    if not found:
        hint = hint_for(word.text, layout_names(here.parent.parent))
        faults.append(error("unknown-layout", f"no layout `{word.text}`", word.source, hint))
        return None
    path = next((path for path in found if not path.samefile(here)), found[0])
    seen = next((i for i, file in enumerate(files) if file.samefile(path)), None)
    if seen is None:
        return path
    circle = " -> ".join(file.stem for file in (*files[seen:], path))
    message = f"layouts extend each other in a circle: {circle}"
    faults.append(error("circular-extends", message, word.source))
    return None
