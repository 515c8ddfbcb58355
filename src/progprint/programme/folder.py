"""A content folder -> its text files with their hashes, read one by one; a stray file is reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from progprint.diag import Diagnostic, Source
from progprint.programme.characters import odd_characters
from progprint.source import (
    Node,
    Passage,
    decode,
    did_you_mean,
    error,
    parse_yaml,
    passage_of,
    read_bytes,
    warning,
)

TOP_FILES = ("festival.yaml", "venues.yaml", "people.yaml", "advertisements.yaml", "sponsors.yaml")
#: folder -> ending of the files in it
FOLDERS = {"films": ".yaml", "programmes": ".yaml", "texts": ".md"}


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read of a content folder so far."""

    path: Path
    #: the same, absolute and without symbolic links
    real: Path
    faults: list[Diagnostic] = field(default_factory=list)
    #: name -> hash of each file read
    hashes: dict[str, str] = field(default_factory=dict)

    def yaml(self, name: str) -> Node | None:
        """Read a YAML file."""
        text = self._text(name)
        if text is None:
            return None
        node, faults = parse_yaml(text, name)
        self.faults.extend(faults)
        if node is not None:
            self.faults.extend(odd_characters(node, text))
        return node

    def passage(self, name: str) -> Passage | None:
        """Read a Markdown file."""
        text = self._text(name)
        if text is None:
            return None
        passage = passage_of(text, name)
        self.faults.extend(odd_characters(passage, text))
        return passage

    def has(self, name: str) -> bool:
        return (self.path / name).exists()

    def holds(self, name: str) -> bool:
        """Tell whether a path stays inside the folder when its symbolic links are followed."""
        return (self.real / name).resolve().is_relative_to(self.real)

    def names(self, folder: str) -> tuple[str, ...]:
        """List the files of a kind as `films/x.yaml`, in order; report those that are not read."""
        ending = FOLDERS[folder]
        found = []
        try:
            files = sorted(p.name for p in (self.path / folder).iterdir())
        except FileNotFoundError:
            return ()
        except OSError as fault:
            self.faults.append(
                error("unreadable-file", f"`{folder}` cannot be read: {fault.strerror}", Source(folder))
            )
            return ()
        for name in files:
            if name.startswith(".") or name.endswith("~"):
                continue
            if name.endswith(ending) and (self.path / folder / name).is_file():
                found.append(f"{folder}/{name}")
            else:
                self.faults.append(_stray(f"{folder}/{name}", f"its name must end in `{ending}`"))
        return tuple(found)

    def report_strays(self) -> None:
        """Report text files at the top that nothing reads."""
        for path in sorted(self.path.iterdir()):
            if (
                path.suffix in (".yaml", ".yml")
                and path.name not in TOP_FILES
                and not path.name.startswith(".")
            ):
                near = did_you_mean(path.name, TOP_FILES)
                self.faults.append(
                    _stray(path.name, f"did you mean `{near}`?" if near else "films are read from films/")
                )

    def _text(self, name: str) -> str | None:
        if not self.holds(name):
            message = f"`{name}` is a link that leads out of the content folder"
            self.faults.append(error("path-outside", message, Source(name), "put the file itself there"))
            return None
        content, faults = read_bytes(self.path / name, name)
        self.faults.extend(faults)
        if content is None:
            return None
        self.hashes[name] = sha256(content).hexdigest()
        text, faults = decode(content, name)
        self.faults.extend(faults)
        return text


def open_folder(path: Path) -> Folder:
    """Begin to read a content folder."""
    return Folder(path, path.resolve())


def slug_of(name: str) -> str:
    """Give the name by which `films/x.yaml` is known; composed, as some file systems take letters apart."""
    return normalize("NFC", Path(name).stem)


def _stray(name: str, hint: str) -> Diagnostic:
    return warning("unread-file", f"`{name}` is not read", Source(name), hint)
