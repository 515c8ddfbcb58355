"""Text files -> nodes and passages that know their places."""

from progprint.source.faults import did_you_mean, error, warning, with_excerpts
from progprint.source.nodes import Mapping, Node, Passage, Scalar, Sequence
from progprint.source.places import passage, place
from progprint.source.text import decode, passage_of, read_bytes, read_text
from progprint.source.yaml_files import parse_yaml, read_yaml

__all__ = [
    "Mapping",
    "Node",
    "Passage",
    "Scalar",
    "Sequence",
    "decode",
    "did_you_mean",
    "error",
    "parse_yaml",
    "passage",
    "passage_of",
    "place",
    "read_bytes",
    "read_text",
    "read_yaml",
    "warning",
    "with_excerpts",
]
