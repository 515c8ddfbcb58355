"""What a page paints -> how much ink lies where on its plates."""

from progprint.press.preflight.plates.dense import Dense, dense_areas, most_ink
from progprint.press.preflight.plates.pictures import inks_of, picture_bands
from progprint.press.preflight.plates.separating import Separating

__all__ = ["Dense", "Separating", "dense_areas", "inks_of", "most_ink", "picture_bands"]
