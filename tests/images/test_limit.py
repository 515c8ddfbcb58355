"""No picture lays more ink than the paper takes."""

import io
import random
import zlib
from importlib.resources import files
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from progprint.images import WHOLE, Converted, Press, convert_picture, read_picture
from progprint.images.limit import MARGIN, limit_pixels, limited

INTENT = files("progprint").joinpath("data", "icc", "ISOcoated_v2_300_bas.icc").read_bytes()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
Pixel = tuple[int, int, int, int]


def pixels_of(image: Image.Image) -> list[Pixel]:
    data = image.tobytes()
    return [tuple(data[at : at + 4]) for at in range(0, len(data), 4)]  # type: ignore[misc]


def saved(folder: Path, image: Image.Image, name: str, **options: object) -> Path:
    image.save(folder / name, **options)
    return folder / name


def inks(made: Converted) -> Image.Image:
    if made.filter == "FlateDecode":
        return Image.frombytes("CMYK", (made.width, made.height), zlib.decompress(made.data))
    # Pillow undoes on reading what it did on writing, as the Decode array does in a PDF
    return Image.open(io.BytesIO(made.data))


def converted(path: Path, press: Press) -> Converted:
    info, _ = read_picture(path)
    assert info is not None
    made = convert_picture(info, WHOLE, 72, 72, press)
    assert isinstance(made, Converted)
    return made


def test_colour_gives_way_and_black_and_hue_stay() -> None:
    c, m, y, k = limited((0.9, 0.6, 0.3, 1.0), 2.5)
    assert k == 1.0 and c + m + y + k == pytest.approx(2.5)
    assert c / m == pytest.approx(1.5) and m / y == pytest.approx(2.0)
    assert limited((0.9, 0.6, 0.3, 0.7), 2.5) == (0.9, 0.6, 0.3, 0.7)
    assert limited((0.1, 0.1, 0.1, 1.0), 0.5) == (0.0, 0.0, 0.0, 1.0)


def test_only_pixels_above_the_limit_change() -> None:
    rng = random.Random(5)
    source = Image.frombytes("CMYK", (120, 80), bytes(rng.randrange(256) for _ in range(120 * 80 * 4)))
    over = 0
    for before, after in zip(pixels_of(source), pixels_of(limit_pixels(source, 2.4)), strict=True):
        assert sum(after) <= 2.4 * 255
        if sum(before) <= 2.4 * 255:
            assert after == before
        else:
            over += 1
            assert after[3] == before[3] and sum(after) > 2.4 * 255 - 4
    assert over > 100


def test_a_picture_in_order_is_the_same_object() -> None:
    pale = Image.new("CMYK", (9, 9), (10, 20, 30, 40))
    assert limit_pixels(pale, 2.4) is pale


@pytest.mark.parametrize("limit", [2.0, 2.2, 2.4])
def test_dark_rgb_stays_under_the_limit(tmp_path: Path, limit: float) -> None:
    ramp = [Image.linear_gradient("L").rotate(90 * n).point(lambda v: v // 2) for n in (0, 1, 2)]
    path = saved(tmp_path, Image.merge("RGB", ramp), "a.jpg", quality=100, subsampling=0, icc_profile=SRGB)
    made = inks(converted(path, Press(INTENT, total_ink=limit)))
    assert made.mode == "CMYK"
    sums = sorted(sum(pixel) / 255 for pixel in pixels_of(made))
    # as the bytes of the file say, after JPEG
    assert sums[-1] <= limit
    plain = sorted(sum(pixel) / 255 for pixel in pixels_of(inks(converted(path, Press(INTENT)))))
    assert plain[-1] > limit


def test_the_grain_of_film_does_not_carry_a_picture_over_the_limit(tmp_path: Path) -> None:
    grain = Image.effect_noise((200, 200), 90).point(lambda v: v // 4).convert("RGB")
    path = saved(tmp_path, grain, "a.jpg", quality=95, subsampling=0)
    made = inks(converted(path, Press(INTENT, total_ink=2.4)))
    assert max(sum(pixel) for pixel in pixels_of(made)) / 255 <= 2.4


def test_light_colours_are_the_same_under_a_low_limit(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("RGB", (40, 40), (220, 180, 160)), "a.png")
    made = [converted(path, Press(INTENT, total_ink=limit)).data for limit in (2.4, 3.0)]
    assert made[0] == made[1]


def test_cmyk_without_loss_is_under_the_limit_to_the_byte(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("CMYK", (40, 40), (240, 220, 200, 180)), "a.tif")
    made = converted(path, Press(INTENT, total_ink=2.4))
    assert made.filter == "FlateDecode"
    c, m, y, k = zlib.decompress(made.data)[:4]
    assert k == 180 and 2.36 - MARGIN < (c + m + y + k) / 255 <= 2.4 - MARGIN


def test_a_press_says_how_colours_are_rendered(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("RGB", (40, 40), (0, 255, 0)), "a.png")
    ways = {
        (rendering, point): converted(path, Press(INTENT, rendering=rendering, black_point=point)).data
        for rendering in ("relative", "absolute") for point in (True, False)
    }  # fmt: skip
    assert ways["relative", True] != ways["absolute", True]
    black = saved(tmp_path, Image.new("RGB", (40, 40), (0, 0, 0)), "b.png")
    dark = [
        zlib.decompress(converted(black, Press(INTENT, black_point=point)).data)[:4] for point in (True, False)
    ]
    assert dark[0] != dark[1]


@pytest.mark.parametrize(("name", "options", "found"), [
    ("a.jpg", {}, ["picture-untagged"]),
    ("a.png", {}, ["picture-untagged"]),
    ("a.jpg", {"icc_profile": SRGB}, []),
    ("a.jpg", {"exif": True}, []),
])  # fmt: skip
def test_rgb_that_says_nothing_of_itself_is_told(
    tmp_path: Path, name: str, options: dict[str, object], found: list[str]
) -> None:
    if options.pop("exif", False):
        exif = Image.Exif()
        exif.get_ifd(0x8769)[0xA001] = 1
        options["exif"] = exif.tobytes()
    path = saved(tmp_path, Image.new("RGB", (40, 40), (200, 40, 40)), name, **options)
    assert [fault.code for fault in read_picture(path)[1]] == found


def test_an_srgb_chunk_is_enough(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("RGB", (4, 4), (200, 40, 40)), "a.png")
    data = path.read_bytes()
    chunk = b"sRGB\x00"
    at = data.index(b"IDAT") - 4
    path.write_bytes(data[:at] + (1).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big") + data[at:])
    assert Image.open(io.BytesIO(path.read_bytes())).info["srgb"] == 0
    assert read_picture(path)[1] == ()


def test_grey_pictures_say_enough(tmp_path: Path) -> None:
    assert read_picture(saved(tmp_path, Image.new("L", (4, 4), 90), "a.png"))[1] == ()
