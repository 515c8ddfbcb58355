"""Options and Booklet -> Info, XMP and output intents, which say the same."""

from __future__ import annotations

import zlib
from datetime import datetime, timedelta
from hashlib import blake2b
from html import escape

from progprint.cache import Cache
from progprint.pages.types import Booklet
from progprint.pdf.output import Output, array, dictionary, text_string
from progprint.pdf.types import PdfOptions

PRODUCER = "progprint"
#: RDF names of the schemas used
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
#: properties that PDF/A does not know and that the file must therefore explain (ISO 19005-2, 6.6.2.3.3):
#: schema, prefix, name, its type, what it says
EXPLAINED = (
    ("Adobe PDF", "pdf", "Trapped", "Text", "Whether the file has been trapped"),
    ("PDF/X identification", "pdfxid", "GTS_PDFXVersion", "Text", "The PDF/X version of the file"),
)
EXPLANATIONS = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}


def is_flat(options: PdfOptions) -> bool:
    """Whether the file is to be PDF/X-1a, which is of PDF 1.4."""
    return options.purpose == "print" and options.printing.standard == "pdf-x-1a"


def info(booklet: Booklet, options: PdfOptions, *, claims: bool = True) -> object:
    """The document information dictionary.

    PDF/X-1a is claimed here (ISO 15930-4, 6.3), PDF/X-4 in the XMP.
    """
    date = text_string(_pdf_date(options.date))
    texts = {"Title": title(booklet, options), "Author": options.author, "Subject": options.subject,
             "Keywords": options.keywords}
    return dictionary(
        **{name: text_string(clean(text)) for name, text in texts.items() if text},
        Creator=text_string(PRODUCER), Producer=text_string(PRODUCER), CreationDate=date, ModDate=date,
        Trapped="/False",
        GTS_PDFXVersion=text_string("PDF/X-1a:2003") if claims and is_flat(options) else None)


def title(booklet: Booklet, options: PdfOptions) -> str:
    return clean(options.title or booklet.title) or "Programme"


def clean(text: str) -> str:
    """Without the control characters that XML cannot hold; white space as single spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def write_xmp(output: Output, booklet: Booklet, options: PdfOptions, *, claims: bool = True) -> bytes:
    """Write the XMP packet; after everything else, for its identity is the hash of what was written.

    Without `claims` it names no standard: another file's page that is in it keeps none.
    """
    fields = [
        ("dc:format", "application/pdf"),
        ("dc:title", _list("Alt", title(booklet, options), lang="x-default")),
        ("dc:creator", _list("Seq", clean(options.author))),
        ("dc:description", _list("Alt", clean(options.subject), lang="x-default")),
        ("dc:language", _list("Bag", booklet.lang)),
        ("pdf:Keywords", escape(clean(options.keywords))),
        ("pdf:Producer", PRODUCER),
        ("pdf:Trapped", "False"),
        ("xmp:CreatorTool", PRODUCER),
        *((f"xmp:{name}", _iso_date(options.date)) for name in ("CreateDate", "ModifyDate", "MetadataDate")),
        ("xmpMM:DocumentID", f"uuid:{output.identity()}"),
        ("xmpMM:VersionID", "1"),
        ("xmpMM:RenditionClass", "default"),
    ]
    if claims:
        # beside PDF/X-1a, too: PDF/A-2 takes any earlier version of PDF (ISO 19005-2, 6.1.2)
        fields += [("pdfaid:part", "2"), ("pdfaid:conformance", "B")]
    if claims and options.purpose == "print" and not is_flat(options):
        fields.append(("pdfxid:GTS_PDFXVersion", "PDF/X-4"))
    # never compressed: shops look for it in the bytes
    return output.write_stream({"Type": "/Metadata", "Subtype": "/XML"}, _packet(fields), compress=False)


def _packet(fields: list[tuple[str, str]]) -> bytes:
    names = {name for name, _ in fields}
    schemas = "".join(
        _schema(*row) for row in EXPLAINED if f"{row[1]}:{row[2]}" in names)
    body = "".join(f"<{name}>{value}</{name}>\n" for name, value in fields if value)
    explained = f"<pdfaExtension:schemas><rdf:Bag>\n{schemas}</rdf:Bag></pdfaExtension:schemas>\n"
    return ('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
            f"{_described(NAMESPACES, body)}{_described(EXPLANATIONS, explained)}"
            '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>').encode()


def _described(namespaces: dict[str, str], body: str) -> str:
    names = "".join(f'\n xmlns:{prefix}="{name}"' for prefix, name in namespaces.items())
    return f'<rdf:Description rdf:about=""{names}>\n{body}</rdf:Description>\n'


def _schema(schema: str, prefix: str, name: str, kind: str, meaning: str) -> str:
    return ('<rdf:li rdf:parseType="Resource">'
            f"<pdfaSchema:schema>{schema}</pdfaSchema:schema>"
            f"<pdfaSchema:namespaceURI>{NAMESPACES[prefix]}</pdfaSchema:namespaceURI>"
            f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
            '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
            f"<pdfaProperty:name>{name}</pdfaProperty:name>"
            f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
            "<pdfaProperty:category>internal</pdfaProperty:category>"
            f"<pdfaProperty:description>{meaning}</pdfaProperty:description>"
            "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>\n")


def _list(kind: str, text: str, lang: str = "") -> str:
    if not text:
        return ""
    attribute = f' xml:lang="{lang}"' if lang else ""
    return f"<rdf:{kind}><rdf:li{attribute}>{escape(text)}</rdf:li></rdf:{kind}>"


def write_intents(output: Output, options: PdfOptions) -> bytes:
    """Write the output intents, PDF/X's and PDF/A's, on one embedded profile."""
    intent = options.intent
    profile = output.write_stream(
        {"N": 4, "Alternate": "/DeviceCMYK", "Filter": "/FlateDecode"},
        _compressed(intent.profile, options.cache), compress=False)
    # PDF/X wants one intent of its own (ISO 15930-4, -7), PDF/A one profile of all (ISO 19005-2, 6.2.3)
    kinds = ("/GTS_PDFX", "/GTS_PDFA1") if options.purpose == "print" else ("/GTS_PDFA1",)
    return output.write(array(*(dictionary(
        Type="/OutputIntent", S=kind, OutputConditionIdentifier=text_string(intent.identifier),
        RegistryName=text_string(intent.registry), Info=text_string(intent.info),
        DestOutputProfile=profile) for kind in kinds)))


def _compressed(profile: bytes, cache: Cache) -> bytes:
    """A profile of a megabyte takes 40 ms to compress: a third of a build in which nothing is new."""
    name = blake2b(profile, digest_size=16).hexdigest()
    key = f"profile:{zlib.ZLIB_RUNTIME_VERSION}:{name}"
    kept = cache.get(key)
    if kept is None:
        kept = zlib.compress(profile)
        cache.put(key, kept)
    return kept


def _offset(date: datetime) -> tuple[str, int, int]:
    minutes = round((date.utcoffset() or timedelta()).total_seconds() / 60)
    return "-" if minutes < 0 else "+", *divmod(abs(minutes), 60)


def _pdf_date(date: datetime) -> str:
    sign, hours, minutes = _offset(date)
    day = f"{date.year:04d}{date.month:02d}{date.day:02d}"
    return f"D:{day}{date.hour:02d}{date.minute:02d}{date.second:02d}{sign}{hours:02d}'{minutes:02d}'"


def _iso_date(date: datetime) -> str:
    sign, hours, minutes = _offset(date)
    return f"{date.replace(microsecond=0, tzinfo=None).isoformat()}{sign}{hours:02d}:{minutes:02d}"
