"""What the site makes of a picture: pixels alone, upright, small, always the same bytes; and what it refuses."""

import io
import re

import pytest
from PIL import Image, ImageCms

from pictures import SECRETS, animated, bomb, drawing, halves, photo, saved
from vigie.images.encode import MAX_PIXELS, Encoded, encode, tells_where

RED, BLUE = (255, 0, 0), (0, 0, 255)


def _opened(raw: bytes) -> Image.Image:
    made = encode(raw)
    assert isinstance(made, Encoded), made
    image = Image.open(io.BytesIO(made.data))
    assert (image.format, image.size) == ("WEBP", (made.width, made.height))
    return image


def _near(image: Image.Image, place: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(image.convert("RGB").getpixel(place), colour, strict=True))


def test_place_camera_author_profile_and_comments_are_gone():
    """The photo holds them all; nothing of them is in the bytes that are served, whoever looks."""
    raw = photo()
    assert all(secret in raw for secret in (b"Canon", b"Jeanne Secret", b"GPSLatitude", b"<script", b"ICC"))
    assert Image.open(io.BytesIO(raw)).getexif().get_ifd(0x8825)
    image = _opened(raw)
    assert not image.getexif()
    assert not {"exif", "icc_profile", "xmp", "comment"} & set(image.info)
    data = encode(raw).data
    assert not [secret for secret in SECRETS if secret in data]
    assert set(re.findall(rb"VP8[ LX]|EXIF|XMP |ICCP|ANIM", data)) == {b"VP8 "}


def test_words_in_a_drawing_and_bytes_after_its_end_are_gone():
    """A PNG with an author, followed by a script: pixels alone."""
    data = encode(drawing() + b"<script>alert(1)</script>").data
    assert not [secret for secret in SECRETS if secret in data]


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (400, 200), (10, 100)), (2, (400, 200), (390, 100)), (3, (400, 200), (390, 100)), (4, (400, 200), (10, 100)),
        (5, (200, 400), (100, 10)), (6, (200, 400), (100, 10)), (7, (200, 400), (100, 390)), (8, (200, 400), (100, 390)),
    ],
)  # fmt: skip
def test_a_photo_stands_as_the_phone_was_held(orientation, size, red):
    """For each of the eight orientations, the side that was left is where it was seen."""
    image = _opened(photo(orientation=orientation))
    assert image.size == size
    assert _near(image, red, RED)
    assert _near(image, (size[0] - 1 - red[0], size[1] - 1 - red[1]), BLUE)


@pytest.mark.parametrize(
    ("size", "served"),
    [((4000, 3000), (1600, 1200)), ((3000, 4000), (1200, 1600)), ((1601, 10), (1600, 10)), ((1600, 1600), (1600, 1600)),
     ((5000, 1), (1600, 1)), ((3, 2), (3, 2))],
)  # fmt: skip
def test_the_longest_side_is_1600_points_at_most(size, served):
    """In the same proportions; a small picture is not made larger."""
    assert _opened(photo(size)).size == served
    assert _opened(drawing(size)).size == served


def test_a_photo_is_the_right_way_up_and_small_together():
    """Turned first, then reduced."""
    assert _opened(photo((4000, 1000), orientation=6)).size == (400, 1600)


def test_the_same_picture_gives_the_same_bytes():
    """Twice; and another picture gives others."""
    raw = photo((900, 700))
    assert encode(raw) == encode(raw)
    assert encode(raw) != encode(photo((900, 701)))


@pytest.mark.parametrize("mode", ["RGB", "L", "LA", "RGBA", "P", "1", "CMYK"])
def test_any_mode_is_read(mode):
    """Grey, palettes, transparency, colours of print."""
    image = Image.new(mode, (20, 10), 0 if mode in ("L", "P", "1") else None)
    assert _opened(saved(image, "JPEG" if mode == "CMYK" else "PNG")).size == (20, 10)


def test_sixteen_bits_of_grey_stay_grey():
    """A middle grey of a scanner is neither black nor white."""
    image = _opened(saved(Image.new("I;16", (8, 8), 0x8000), "PNG"))
    assert _near(image, (4, 4), (128, 128, 128))


def test_transparency_is_kept():
    """A drawing without ground stays without."""
    image = _opened(saved(halves((20, 10), (255, 0, 0, 0), (0, 0, 255, 255), "RGBA"), "PNG"))
    assert [image.convert("RGBA").getpixel((x, 5))[3] for x in (2, 17)] == [0, 255]
    half = Image.new("RGBA", (20, 10), (0, 0, 255, 128))
    assert abs(_opened(saved(half, "PNG")).getpixel((5, 5))[3] - 128) < 3


def test_colours_of_a_profile_become_those_of_every_screen():
    """A colour written in Lab is the same to the eye in sRGB; a broken profile is passed over."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"tXYZ", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"tXYZ", b"bXYZ", 1)
    image = halves((20, 10))
    assert _near(_opened(saved(image, "PNG", icc_profile=profile)), (2, 5), RED)
    assert _near(_opened(saved(image, "PNG", icc_profile=swapped)), (2, 5), BLUE)
    assert _near(_opened(saved(image, "PNG", icc_profile=b"not a profile" * 20)), (2, 5), RED)
    clear = saved(halves((20, 10), mode="RGBA"), "PNG", icc_profile=swapped)
    assert _near(_opened(clear), (2, 5), BLUE)


@pytest.mark.parametrize(
    ("raw", "what", "mend"),
    [
        (bomb(), "plus de 50 millions de points", "réduisez-la"),
        (bomb(7072, 7072), "plus de 50 millions de points", "réduisez-la"),
        (bomb(2_000_000_000, 2_000_000_000), "plus de 50 millions de points", "réduisez-la"),
        (photo()[:-300], "n’est pas une image entière", "reprenez l’original"),
        (drawing((300, 300))[:-60], "n’est pas une image entière", "reprenez l’original"),
        (saved(halves((90, 90)), "WEBP")[:-40], "n’est pas une image entière", "reprenez l’original"),
        (b"", "n’est pas une image entière", "reprenez l’original"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 90, "n’est pas une image entière", "reprenez l’original"),
        (photo() + b"\xff\xda" * 100, "faite pour bloquer", "enregistrez-la de nouveau"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "SVG peut exécuter du code", "exportez-le"),
        (b'\n<?xml version="1.0"?><svg/>', "SVG peut exécuter du code", "exportez-le en PNG"),
        (saved(halves((9, 9)), "GIF"), "GIF n’est pas admise", "en PNG"),
        (b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)", "GIF n’est pas admise", "en PNG"),
        (saved(halves((9, 9)), "TIFF"), "TIFF n’est pas faite pour le web", "en JPEG"),
        (saved(halves((9, 9)), "BMP"), "BMP n’est pas faite pour le web", "en JPEG"),
        (b"%PDF-1.7\n", "un PDF n’est pas une image", "attachments:"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, "HEIC ne s’ouvre pas partout", "en JPEG"),
        (saved(halves((9, 9)), "AVIF"), "AVIF ne s’ouvre pas partout", "en JPEG"),
        (animated("PNG"), "cette image est animée", "une seule vue"),
        (animated("WEBP"), "cette image est animée", "une seule vue"),
    ],
)  # fmt: skip
def test_what_is_no_picture_for_the_site_is_refused_with_what_to_do(raw, what, mend):
    """Bombs, halves of files, other kinds under another name, animations: each in French, with the mend."""
    made = encode(raw)
    assert isinstance(made, tuple)
    assert what in made[0]
    assert mend in made[1]


def test_a_bomb_is_refused_before_it_is_opened(monkeypatch):
    """Its size is read in its first bytes: nothing of it is unpacked."""
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("the bomb was opened"))
    assert "millions de points" in encode(bomb())[0]
    assert 7071 * 7071 <= MAX_PIXELS < 7072 * 7072


def test_a_photo_of_two_views_shows_the_first():
    """Phones put a second view (the depth) in some JPEG files: no reason to refuse them."""
    raw = saved(halves((90, 60)), "MPO", save_all=True, append_images=[Image.new("RGB", (90, 60))])
    assert Image.open(io.BytesIO(raw)).format == "MPO"
    assert _near(_opened(raw), (10, 30), RED)


def test_a_file_that_says_where_it_was_taken_is_known():
    """By its EXIF, by its XMP, in a JPEG or a PNG; not a file without place, nor one that is no picture."""
    exif = Image.Exif()
    exif[0x0112] = 1
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 24.0)})
    assert tells_where(photo())
    assert tells_where(saved(halves((9, 9)), "JPEG", exif=exif))
    assert tells_where(saved(halves((9, 9)), "PNG", exif=exif))
    assert tells_where(saved(halves((9, 9)), "JPEG", xmp=b"<exif:GPSLatitude>48</exif:GPSLatitude>"))
    assert not tells_where(saved(halves((9, 9)), "JPEG"))
    assert not tells_where(drawing())
    assert not tells_where(b"rien")
