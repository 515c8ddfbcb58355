import io
import warnings
import zlib
from importlib.resources import files
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from progprint.images import (
    WHOLE,
    Converted,
    Crop,
    PictureFault,
    PictureInfo,
    Press,
    convert_picture,
    crop_to,
    read_picture,
    resolution,
    write_png,
)
from progprint.images.crop import stored

INTENT = files("progprint").joinpath("data", "icc", "ISOcoated_v2_300_bas.icc").read_bytes()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def known(path: Path) -> PictureInfo:
    info, _ = read_picture(path)
    assert info is not None
    return info


def codes(path: Path) -> list[str]:
    return [fault.code for fault in read_picture(path)[1]]


def converted(path: Path, crop: Crop = WHOLE, width: float = 72, height: float = 72) -> Converted:
    made = convert_picture(known(path), crop, width, height, Press(INTENT))
    assert isinstance(made, Converted), made
    return made


def inks(made: Converted) -> Image.Image:
    """The pixels as a press sees them: 255 is full ink, for grey 0 is."""
    mode = "CMYK" if made.colour_space == "DeviceCMYK" else "L"
    if made.filter == "FlateDecode":
        raw = zlib.decompress(made.data)
        if made.bits == 1:
            return Image.frombytes("1", (made.width, made.height), raw)
        return Image.frombytes(mode, (made.width, made.height), raw)
    # Pillow undoes on reading what it did on writing, as the Decode array does in a PDF
    return Image.open(io.BytesIO(made.data))


def saved(folder: Path, image: Image.Image, name: str = "a.jpg", **options: object) -> Path:
    path = folder / name
    image.save(path, **options)
    return path


def red(size: tuple[int, int] = (300, 200)) -> Image.Image:
    return Image.new("RGB", size, (220, 20, 30))


def test_a_header_tells_size_mode_and_hash(tmp_path: Path) -> None:
    info = known(saved(tmp_path, red(), icc_profile=SRGB))
    assert info[1:5] == (300, 200, "RGB", False)
    assert info.orientation == 1
    assert "sRGB" in info.profile
    assert len(info.sha256) == 64
    assert codes(tmp_path / "a.jpg") == []


def test_a_missing_picture(tmp_path: Path) -> None:
    assert read_picture(tmp_path / "none.jpg") == (
        None, (PictureFault("picture-missing", str(tmp_path / "none.jpg")),))
    assert codes(tmp_path) == ["picture-missing"]


@pytest.mark.parametrize("content", [
    b"", b"GIF8", b"\xff\xd8\xff", b"%!PS-Adobe-3.0 EPSF-3.0\n", b"II*\0\0\0\0",
    b"\x89PNG\r\n\x1a\n" + bytes(40), b"RIFFxxxxWEBPVP8 ", b"BM" + bytes(60)])
def test_what_is_no_picture_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    info, faults = read_picture(path)
    assert info is None
    assert [f.code for f in faults] == ["picture-damaged"]
    assert str(tmp_path) not in faults[0].detail


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_a_picture_cut_short_is_found_when_it_is_converted(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, Image.effect_noise((300, 200), 80).convert("RGB"), name)
    info = known(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    made = convert_picture(info, WHOLE, 72, 48, Press(INTENT))
    assert isinstance(made, PictureFault)
    assert made.code == "picture-damaged"


def test_rgb_goes_to_the_intents_inks(tmp_path: Path) -> None:
    made = converted(saved(tmp_path, red(), quality=95))
    assert (made.colour_space, made.filter, made.decode) == ("DeviceCMYK", "DCTDecode", (1, 0) * 4)
    cyan, magenta, yellow, black = inks(made).getpixel((10, 10))
    assert cyan < 30 and magenta > 230 and yellow > 220 and black < 30


def test_the_table_is_as_good_as_the_colour_engine(tmp_path: Path) -> None:
    source = Image.merge("RGB", [Image.linear_gradient("L").rotate(90 * n) for n in (0, 1, 2)])
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(io.BytesIO(INTENT)), "RGB", "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION)
    wanted = ImageCms.applyTransform(source, transform)
    path = saved(tmp_path, source, "a.jpg", quality=100, subsampling=0)
    got = inks(converted(path, width=256, height=256))
    assert wanted is not None
    apart = [abs(a - b) for a, b in zip(wanted.tobytes(), got.tobytes(), strict=True)]
    assert sum(apart) / len(apart) < 2
    assert sorted(apart)[len(apart) * 99 // 100] < 8


def test_the_embedded_profile_counts(tmp_path: Path) -> None:
    image = red()
    plain = inks(converted(saved(tmp_path, image))).getpixel((5, 5))
    # a profile with red and blue primaries changed round
    swapped = bytearray(SRGB)
    r, b = SRGB.index(b"rXYZ") + 4, SRGB.index(b"bXYZ") + 4
    swapped[r:r + 8], swapped[b:b + 8] = SRGB[b:b + 8], SRGB[r:r + 8]
    other = inks(converted(saved(tmp_path, image, icc_profile=bytes(swapped)))).getpixel((5, 5))
    assert other[2] < plain[2] - 100


def test_grey_stays_on_the_black_plate(tmp_path: Path) -> None:
    made = converted(saved(tmp_path, Image.new("L", (100, 100), 80)))
    assert (made.colour_space, made.decode) == ("DeviceGray", ())
    assert abs(inks(made).getpixel((5, 5)) - 80) <= 1


def test_cmyk_without_a_profile_is_the_intents(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("CMYK", (64, 64), (10, 200, 30, 40)), quality=100)
    assert codes(path) == ["picture-cmyk"]
    got = inks(converted(path)).getpixel((5, 5))
    assert all(abs(a - b) <= 2 for a, b in zip(got, (10, 200, 30, 40), strict=True))


def test_cmyk_with_the_intents_profile_is_left_alone(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("CMYK", (64, 64), (255, 255, 0, 0)), quality=100, icc_profile=INTENT)
    assert all(abs(a - b) <= 2 for a, b in zip(
        inks(converted(path)).getpixel((5, 5)), (255, 255, 0, 0), strict=True))


def test_alpha_is_laid_on_white_paper(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("RGBA", (64, 64), (0, 0, 0, 0)), "a.png")
    assert codes(path) == ["picture-alpha", "picture-untagged"]
    assert known(path).has_alpha
    assert sum(inks(converted(path)).getpixel((5, 5))) <= 4


def test_a_transparent_colour_of_a_palette_is_paper(tmp_path: Path) -> None:
    image = Image.new("P", (64, 64), 0)
    image.putpalette([0, 0, 0, 255, 0, 0])
    path = saved(tmp_path, image, "a.png", transparency=0)
    assert codes(path) == ["picture-alpha", "picture-untagged"]
    assert sum(inks(converted(path)).getpixel((5, 5))) <= 4


@pytest.mark.parametrize("profile", [b"not a profile at all", INTENT])
def test_an_odd_profile_is_told_and_not_used(tmp_path: Path, profile: bytes) -> None:
    path = saved(tmp_path, red(), icc_profile=profile)
    assert codes(path) == ["picture-profile-odd"]
    assert known(path).profile == ""
    assert converted(path).data == converted(saved(tmp_path, red(), "plain.jpg")).data


def test_no_more_pixels_than_the_press_needs(tmp_path: Path) -> None:
    path = saved(tmp_path, red((3000, 1500)))
    made = converted(path, width=144, height=72)
    assert (made.width, made.height) == (600, 300)
    few = converted(saved(tmp_path, red((300, 150)), "few.jpg"), width=144, height=72)
    assert (few.width, few.height) == (300, 150)


def test_a_drawing_is_kept_without_loss(tmp_path: Path) -> None:
    image = red()
    image.paste((255, 255, 255), (0, 0, 100, 100))
    assert converted(saved(tmp_path, image, "a.png")).filter == "FlateDecode"
    noise = Image.effect_noise((300, 200), 80).convert("RGB")
    colours = Image.merge("RGB", (noise.getchannel(0), noise.getchannel(0).rotate(180), noise.getchannel(1)))
    assert converted(saved(tmp_path, colours, "b.png")).filter == "DCTDecode"


def test_line_art_keeps_one_bit_and_twelve_hundred_dots(tmp_path: Path) -> None:
    image = Image.new("1", (2400, 2400), 1)
    image.paste(0, (0, 0, 1200, 2400))
    made = converted(saved(tmp_path, image, "a.png"))
    assert (made.width, made.height, made.bits, made.colour_space) == (1200, 1200, 1, "DeviceGray")
    assert (inks(made).getpixel((100, 100)), inks(made).getpixel((1100, 100))) == (0, 255)


def test_sixteen_bits_are_not_clipped(tmp_path: Path) -> None:
    image = Image.new("I;16", (64, 64), 32768)
    assert abs(inks(converted(saved(tmp_path, image, "a.png"))).getpixel((5, 5)) - 128) <= 1


def quartered() -> Image.Image:
    """Red, green over blue, white, 80 x 40."""
    image = Image.new("RGB", (80, 40), "white")
    image.paste((255, 0, 0), (0, 0, 40, 20))
    image.paste((0, 160, 0), (40, 0, 80, 20))
    image.paste((0, 0, 255), (0, 20, 40, 40))
    return image


INVERSE = {
    1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(tmp_path: Path, orientation: int, name: str) -> None:
    turn = INVERSE[orientation]
    image = quartered() if turn is None else quartered().transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = saved(tmp_path, image, name, exif=exif)
    assert (known(path).width, known(path).height) == (80, 40)
    whole = inks(converted(path, width=20, height=10))
    corners = [whole.getpixel(p) for p in ((10, 5), (70, 5), (10, 35), (70, 35))]
    assert corners[0][1] - corners[0][0] > 150 and corners[1][0] - corners[1][1] > 100
    assert corners[2][0] > 180 and corners[2][2] < 60
    assert sum(corners[3]) < 12
    lower_left = inks(converted(path, Crop(0.0, 0.5, 0.5, 1.0), 20, 10))
    assert lower_left.size == (40, 20)
    assert all(lower_left.getpixel(p)[0] > 150 for p in ((3, 3), (36, 16)))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_stored_crop_keeps_its_area(orientation: int) -> None:
    left, top, right, bottom = stored(Crop(0.1, 0.2, 0.4, 0.9), orientation)
    assert 0 <= left < right <= 1 and 0 <= top < bottom <= 1
    assert (right - left) * (bottom - top) == pytest.approx(0.21)


def test_a_crop_keeps_its_focus() -> None:
    info = PictureInfo("", 900, 600, "RGB", False, "", "")
    assert crop_to(info, 300, 200) == pytest.approx(WHOLE)
    assert crop_to(info, 200, 200) == pytest.approx((1 / 6, 0, 5 / 6, 1))
    assert crop_to(info, 200, 200, (0.0, 0.5)) == pytest.approx((0, 0, 2 / 3, 1))
    assert crop_to(info, 300, 100, (0.5, 0.9)) == pytest.approx((0, 0.5, 1, 1))
    assert crop_to(info, 300, 100, (0.5, 0.4)) == pytest.approx((0, 0.15, 1, 0.65))


def test_resolution_is_that_of_the_part_shown() -> None:
    info = PictureInfo("", 900, 600, "RGB", False, "", "")
    assert resolution(info, Crop(0, 0, 0.5, 1), 108) == pytest.approx(300)


def png_header(width: int, height: int) -> bytes:
    import struct

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def test_a_picture_too_large_to_decode_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png_header(60_000, 60_000))
    info, faults = read_picture(path)
    assert info is None
    assert faults == (PictureFault("picture-huge", "refused: 60000 x 60000 px"),)


def test_a_long_side_is_told(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.new("L", (20_000, 10)), "a.png")
    assert codes(path) == ["picture-huge"]
    assert converted(path, width=72, height=0.036).width == 300


def test_a_large_jpeg_is_reduced_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from progprint.images import convert
    seen = []
    monkeypatch.setattr(convert, "_flattened", lambda image: seen.append(image.size) or image)
    converted(saved(tmp_path, red((4000, 3000))), width=72, height=54)
    assert seen == [(500, 375)]


def test_nothing_warns_and_no_limit_moves(tmp_path: Path) -> None:
    path = saved(tmp_path, red((10_000, 9_500)), quality=20)
    before = Image.MAX_IMAGE_PIXELS, warnings.filters[:]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert codes(path) == ["picture-untagged"]
        converted(path)
    assert (Image.MAX_IMAGE_PIXELS, warnings.filters[:]) == before


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path, Image.effect_noise((300, 200), 80).convert("RGB"), comment=b"shot on a phone")
    assert converted(path) == converted(path)
    assert b"phone" not in converted(path).data


def test_a_png_of_pixels_with_padded_rows(tmp_path: Path) -> None:
    write_png(tmp_path / "a.png", (1, 2), b"\xff\0\0_\0\xff\0_", stride=4, dpi=150)
    image = Image.open(tmp_path / "a.png")
    assert [image.getpixel((0, y)) for y in (0, 1)] == [(255, 0, 0), (0, 255, 0)]
    assert round(image.info["dpi"][0]) == 150


def test_a_press_of_one_ink_has_every_picture_in_black_alone(tmp_path: Path) -> None:
    """Red, white and black, as light as they look; never another plate."""
    picture = Image.new("RGB", (60, 20), "white")
    picture.paste((200, 0, 0), (0, 0, 20, 20))
    picture.paste("black", (40, 0, 60, 20))
    for file, image in (("a.png", picture), ("b.tif", picture.convert("CMYK"))):
        image.save(tmp_path / file)
        made = convert_picture(known(tmp_path / file), WHOLE, 14.4, 4.8, Press(INTENT, grey=True))
        assert isinstance(made, Converted)
        assert made.colour_space == "DeviceGray"
        row = zlib.decompress(made.data)[: made.width]
        red, white, black = row[10], row[30], row[50]
        assert (white, black < 40) == (255, True)
        assert 60 < red < 120
