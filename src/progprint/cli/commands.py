"""The commands, their options and their words.

Everything heavy is imported inside a command: `progprint --help` must answer at once.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from progprint.cli.comparing import compare
from progprint.cli.guard import say
from progprint.cli.impose_command import impose_pages
from progprint.cli.layouts import programme_layouts
from progprint.cli.options import (
    PRINT,
    SCREEN,
    Contact,
    Content,
    CoverSheet,
    Day,
    DryRun,
    Editions,
    For,
    Guides,
    Icc,
    InkKind,
    InksOption,
    Json,
    Languages,
    LayoutName,
    MarksOption,
    NoCache,
    NoPreflight,
    Only,
    Output,
    Pages,
    Pictures,
    Refit,
    Spreads,
    Strict,
    VenueKey,
    print_version,
    read_day,
    read_languages,
    read_pages,
    read_press,
)
from progprint.cli.package_command import make_package
from progprint.cli.press_commands import preflight_file
from progprint.cli.starter import is_free, write_file, write_files, write_starter
from progprint.diag import BadInput

if TYPE_CHECKING:
    from progprint.build import Built, Job

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Turns a film festival's text files into its printed programme.",
    epilog="Exit codes: 0 fine (warnings or none), 1 errors, 2 wrong use, 3 a bug of progprint.",
)
build_commands = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Make a PDF.")
app.add_typer(build_commands, name="build")
app.command("impose")(impose_pages)


CONTENT = Path("content")


@app.callback()
def options(
    version: Annotated[bool, typer.Option(
        "--version", callback=print_version, is_eager=True, help="Print the version and stop.",
    )] = False,
) -> None:
    pass


def programme(name: str) -> Callable[..., None]:
    """Give the command that builds the programme with a layout, unless `--layout` names another."""

    # Typer reads a command's options from its arguments; only so may a function here have more than six.
    def build_programme(
        content: Content = CONTENT, layout: LayoutName = name, output: Output = None, only: Only = "",
        pages: Pages = "", png: Pictures = None, press: For = PRINT, strict: Strict = False,
        refit: Refit = None, as_json: Json = False, no_cache: NoCache = False, guides: Guides = False,
        spreads: Spreads = False, contact: Contact = None, dry_run: DryRun = False,
        marks: MarksOption = None, inks: InksOption = InkKind.CMYK,
        languages: Languages = "", editions: Editions = False,
        no_preflight: NoPreflight = False, cover: CoverSheet = False, icc: Icc = None,
    ) -> None:
        from progprint.build import Job

        purpose, profile = read_press(press)
        job = Job(
            content=content, layout=layout, output=output, only=only, languages=read_languages(languages),
            pages=read_pages(pages), purpose=SCREEN if spreads else purpose, png=png,
            strict=strict, refit=tuple(refit or ()), use_cache=not no_cache, guides=guides, spreads=spreads,
            contact=contact, dry=dry_run, marks=marks.value if marks else "", inks=inks.value,
            profile=profile, preflight=not no_preflight, cover=cover, icc=icc,
        )
        if editions:
            make_editions(job, as_json)
        else:
            make(job, as_json)

    return build_programme


build_commands.command("booklet", help="Make the festival's printed programme.")(programme("booklet"))


@build_commands.command("schedule")
def build_schedule(
    day: Day = "", venue: VenueKey = "", content: Content = CONTENT, layout: LayoutName = "schedule",
    output: Output = None, pages: Pages = "", png: Pictures = None, press: For = PRINT,
    strict: Strict = False, as_json: Json = False, no_cache: NoCache = False,
    no_preflight: NoPreflight = False, marks: MarksOption = None, inks: InksOption = InkKind.CMYK,
    dry_run: DryRun = False, guides: Guides = False, contact: Contact = None, icc: Icc = None,
) -> None:
    """Make run sheets and day grids for the venues: A4, black only."""
    from progprint.build import Job

    purpose, profile = read_press(press)
    make(Job(
        content=content, layout=layout, output=output, pages=read_pages(pages), purpose=purpose,
        png=png, date=read_day(day), venue=venue, strict=strict, use_cache=not no_cache,
        profile=profile, preflight=not no_preflight, marks=marks.value if marks else "", inks=inks.value,
        dry=dry_run, guides=guides, contact=contact, icc=icc,
    ), as_json)


for _name in programme_layouts():
    build_commands.command(_name, help=f"Make the programme with the layout `{_name}`.")(programme(_name))


@app.command("check")
def check_content(
    content: Content = CONTENT, layout: LayoutName = "booklet", only: Only = "", strict: Strict = False,
    as_json: Json = False, no_cache: NoCache = False,
) -> None:
    """List everything there is to find; write nothing."""
    from progprint.build import Job, check
    from progprint.cli.findings import count, exit_code
    from progprint.cli.terminal import progress_bar, say_findings

    job = Job(content=content, layout=layout, only=only, strict=strict, use_cache=not no_cache)
    try:
        with progress_bar() as progress:
            found = check(replace(job, progress=progress))
    except BadInput as bad:
        found = bad.diagnostics
    say_findings(found, content, as_json=as_json)
    say(count(found) or "nothing found")
    raise typer.Exit(exit_code(found))


@app.command("dump")
def dump_pages(
    content: Content = CONTENT, layout: LayoutName = "booklet", only: Only = "", pages: Pages = "",
    unused: Annotated[bool, typer.Option(
        "--unused", help="Instead, list what the content says and this layout leaves out.",
    )] = False,
    no_cache: NoCache = False,
) -> None:
    """Print the pages as text: what stands where, line by line."""
    from progprint.build import Job, dump

    job = Job(content=content, layout=layout, only=only, pages=read_pages(pages), use_cache=not no_cache)
    print_lines(lambda: dump(job, unused=unused), content)


@app.command("fit")
def tell_fit(
    content: Content = CONTENT, layout: LayoutName = "booklet", only: Only = "",
    html: Annotated[Path | None, typer.Option(
        "--html", metavar="FILE", show_default=False,
        help="Also write a page for the browser, with pictures of what does not fit in a folder beside it.",
    )] = None,
    strict: Strict = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print all texts as a JSON array.")] = False,
    no_cache: NoCache = False,
) -> None:
    """Tell how texts stand in their rooms: which rung fits them, what is over, what is empty."""
    from progprint.build import Job
    from progprint.cli.fit_command import say_fit

    say_fit(Job(content, layout, only=only, strict=strict, use_cache=not no_cache), html, as_json)


@app.command("specimen")
def build_specimen(
    layout: LayoutName = "booklet", output: Output = None, png: Pictures = None, no_cache: NoCache = False,
) -> None:
    """Make a PDF that shows every rule of setting, well and badly set side by side, in a layout's fonts."""
    from progprint.job import Job
    from progprint.specimen import specimen

    job = Job(CONTENT, layout, output or Path("out/specimen.pdf"), png=png, use_cache=not no_cache)
    report(lambda: specimen(job), job)


app.command("diff")(compare)
app.command("preflight")(preflight_file)
app.command("package")(make_package)


@app.command("fonts")
def list_fonts(content: Content = CONTENT, layout: LayoutName = "booklet") -> None:
    """List the fonts: where they are, and what the content lacks in them."""
    from progprint.build import Job, fonts_report

    print_lines(lambda: fonts_report(Job(content=content, layout=layout)), content)


@app.command("schema")
def print_schemas(
    write: Annotated[Path | None, typer.Option(
        "--write", metavar="DIR", show_default=False,
        help="Write a NAME.schema.json for each kind of file into this folder.  [default: print them]",
    )] = None,
    markdown: Annotated[bool, typer.Option(
        "--markdown", help="Instead, print every key of a layout as a reference in Markdown.",
    )] = False,
) -> None:
    """Give the JSON Schemas by which editors complete and check."""
    from progprint.design import layout_reference, layout_schema, override_schema
    from progprint.press.profile_form import profile_schema
    from progprint.programme.schema import content_schemas

    if markdown:
        print(layout_reference(), end="")
        return
    schemas = {**content_schemas(), "layout": layout_schema(), "override": override_schema()}
    schemas["profile"] = profile_schema()
    if write is None:
        print(json.dumps(schemas, ensure_ascii=False, indent=2))
        return
    write.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files(schemas).items():
        write_file(write / name, text)
        print(write / name)


@app.command("new")
def new_festival(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to make, or an empty one.")],
    layout: Annotated[str, typer.Option(
        "--layout", metavar="NAME", show_default=False,
        help="Also copy this house layout to DIR/layouts/ to make it your own. DIR may hold a festival then.",
    )] = "",
) -> None:
    """Make a small festival to start from."""
    copied = layout_copy(folder, layout) if layout else {}
    free = is_free(folder)
    if not free and not copied:
        raise typer.BadParameter(f"{str(folder)!r} is not empty; name a new folder.", param_hint="'DIR'")
    from progprint.programme.schema import content_schemas

    if free:
        schemas = schema_files(content_schemas())
        more = {f"{CONTENT}/.schemas/{name}": text for name, text in schemas.items()}
        number = write_starter(folder, more | copied)
        print(f"{folder}: a small festival of {number} files. Next:")
    else:
        write_files(folder, copied)
        print(f"{folder / next(iter(copied))}: a copy of the house layout. Next:")
    if folder.resolve() != Path.cwd():
        print(f"  cd {shlex.quote(str(folder))}")
    print(f"  progprint build {layout or 'booklet'}")


def layout_copy(folder: Path, name: str) -> dict[str, bytes]:
    """A house layout as a file of the folder's own. Raises BadParameter."""
    from progprint.design import house_layouts
    from progprint.source import did_you_mean

    houses = house_layouts()
    if name not in houses:
        near = did_you_mean(name, houses)
        hint = f"did you mean {near}?" if near else f"there are {', '.join(sorted(houses))}."
        raise typer.BadParameter(f"the house has no layout {name!r}; {hint}", param_hint="'--layout'")
    inside = f"layouts/{name}.yaml"
    if (folder / inside).exists():
        raise typer.BadParameter(f"{str(folder / inside)!r} is there already.", param_hint="'--layout'")
    return {inside: houses[name].read_bytes()}


def schema_files(schemas: Mapping[str, object]) -> dict[str, bytes]:
    """Name of a file -> its JSON."""
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2).encode() + b"\n"
        for name, schema in schemas.items()
    }


def make(job: Job, as_json: bool) -> None:
    """Build, report, and end with the exit code."""
    report(partial(watched, job), job, as_json)


def make_editions(job: Job, as_json: bool) -> None:
    """Build an edition after the other; the first one that cannot be made is the last."""
    from progprint.build import editions

    for option, given in (("--output", job.output), ("--json", as_json)):
        if given:
            advice = f"with {option} build one edition at a time: --languages TAG"
            raise typer.BadParameter(advice, param_hint="'--editions'")
    codes = []
    for edition in editions(job):
        try:
            report(partial(watched, edition), edition)
        except typer.Exit as end:
            codes.append(end.exit_code)
            if isinstance(end.__cause__, BadInput):
                break
    raise typer.Exit(max(codes))


def watched(job: Job) -> Built:
    """Build with a bar on the terminal that shows how far it is."""
    from progprint.build import build
    from progprint.cli.terminal import progress_bar

    with progress_bar() as progress:
        return build(replace(job, progress=progress))


def report(build: Callable[[], Built], job: Job, as_json: bool = False) -> NoReturn:
    """Say what was found and written, or that nothing was, and end with the exit code."""
    from progprint.cli.findings import count, exit_code
    from progprint.cli.terminal import say_findings

    try:
        built = build()
    except BadInput as bad:
        say_findings(bad.diagnostics, job.content, as_json=as_json, all_of_them=False)
        say(f"{count(bad.diagnostics)}: nothing was written")
        raise typer.Exit(exit_code(bad.diagnostics)) from bad
    say_findings(built.diagnostics, job.content, as_json=as_json, all_of_them=False)
    for line in summary(built, job.png):
        print(line, file=sys.stderr if as_json else sys.stdout)
    raise typer.Exit(exit_code(built.diagnostics))


def summary(built: Built, png: Path | None) -> Iterator[str]:
    """`out/booklet.pdf: 56 pages, 2 warnings`."""
    from progprint.cli.findings import count

    pages = f"{built.pages} page{'s' * (built.pages != 1)}"
    if built.file is None:
        yield ", ".join(filter(None, (f"nothing written: {pages}", count(built.diagnostics))))
    else:
        yield ", ".join(filter(None, (f"{built.file}: {pages}", count(built.diagnostics))))
    if built.cover is not None:
        file, size = built.cover
        yield f"{file}: cover, {' × '.join(f'{side * 25.4 / 72:.1f}' for side in size)} mm"
    if built.pictures:
        yield f"{png}: {len(built.pictures)} picture{'s' * (len(built.pictures) != 1)}"
    yield from map(str, built.contact)


def print_lines(lines: Callable[[], Iterable[str]], content: Path) -> None:
    """Print what a report gives; a fault of the input goes to standard error."""
    try:
        for line in lines():
            print(line)
    except BadInput as bad:
        from progprint.cli.findings import count, exit_code
        from progprint.cli.terminal import say_findings

        say_findings(bad.diagnostics, content)
        say(count(bad.diagnostics))
        raise typer.Exit(exit_code(bad.diagnostics)) from bad
