"""From the bytes of a picture, whoever made them, to the bytes that the site serves. No file, no clock.

What comes out holds pixels and nothing else: no place, no camera, no author, no thumbnail, no comment. The parameters
are fixed, so that the same picture gives the same bytes.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

import PIL
from PIL import Image, ImageCms, ImageOps, features

from vigie.images.model import other_kind

LONGEST_SIDE = 1600
MAX_BYTES = 15_000_000
"""Phones make pictures of 4 to 12 million bytes."""
MAX_PIXELS = 50_000_000
"""Phones make pictures of 12 to 50 million pixels; more is a scan of a poster, or an attack on memory."""
_TOO_LARGE = (f"cette image a plus de {MAX_PIXELS // 1_000_000} millions de points", "réduisez-la")
_MOST_SCANS = 100
"""A progressive JPEG has about ten; thousands of them, in a small file, would hold the build for hours."""
_FORMATS = ("JPEG", "PNG", "WEBP")
_QUALITY, _METHOD = 75, 4
RECIPE = f"1 {LONGEST_SIDE} {_QUALITY} {_METHOD} Pillow {PIL.__version__} WebP {features.version('webp')}"
"""Changes with whatever may change the bytes that come out: part of the name under which they are kept."""

_SIGNATURES = (
    (b"GIF8", ".gif"),
    (b"%PDF", ".pdf"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
    (b"BM", ".bmp"),
)
_GPS = 0x8825


@dataclass(frozen=True)
class Encoded:
    """WebP bytes and their sizes in pixels."""

    data: bytes
    width: int
    height: int


def encode(raw: bytes) -> Encoded | tuple[str, str]:
    """``raw`` turned upright, in sRGB, at most 1,600 px, as WebP; or the two halves of a message on why not."""
    if raw.count(b"\xff\xda") > _MOST_SCANS:
        return "cette image est faite pour bloquer qui l’ouvre", "enregistrez-la de nouveau en JPEG"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, in English; what matters is refused here
        try:
            with Image.open(io.BytesIO(raw), formats=_FORMATS) as image:
                return _too_much(image) or _served(image)
        except Image.DecompressionBombError:
            return _TOO_LARGE
        except Exception:  # a decoder that meets hostile bytes may raise anything
            return _what_it_is(raw)


def _too_much(image: Image.Image) -> tuple[str, str] | None:
    if image.width * image.height > MAX_PIXELS:
        return _TOO_LARGE
    if image.format != "MPO" and getattr(image, "is_animated", False):  # MPO: a JPEG of a phone, with its depth
        return "cette image est animée", "gardez-en une seule vue"
    return None


def _what_it_is(raw: bytes) -> tuple[str, str]:
    """What a file that cannot be read as a picture seems to be."""
    start = raw[:1000].lstrip().lower()
    ending = next((ending for sign, ending in _SIGNATURES if raw.startswith(sign)), "")
    if b"<svg" in start or start.startswith(b"<?xml"):
        ending = ".svg"
    if raw[4:8] == b"ftyp":
        ending = ".avif" if raw[8:12] == b"avif" else ".heic"
    known = other_kind(ending)
    if known:
        return f"sous un autre nom, {known[0]}", known[1]
    return "ce fichier n’est pas une image entière", "reprenez l’original, et enregistrez-le en JPEG ou en PNG"


def _served(image: Image.Image) -> Encoded:
    profile = image.info.get("icc_profile")
    size = _reduced(image.size)
    image.draft(None, size)  # a JPEG is read smaller at once: less memory
    upright = ImageOps.exif_transpose(image)
    pixels = _in_srgb(_plain(upright).resize(_reduced(upright.size), Image.Resampling.LANCZOS), profile)
    clean = Image.new(pixels.mode, pixels.size)  # nothing but pixels crosses this line
    clean.paste(pixels)
    written = io.BytesIO()
    clean.save(written, "WEBP", quality=_QUALITY, method=_METHOD)
    return Encoded(written.getvalue(), clean.width, clean.height)


def _reduced(size: tuple[int, int]) -> tuple[int, int]:
    """``size`` in the same proportions, its longest side at most ``LONGEST_SIDE``."""
    ratio = min(1.0, LONGEST_SIDE / max(size))
    return max(1, round(size[0] * ratio)), max(1, round(size[1] * ratio))


def _plain(image: Image.Image) -> Image.Image:
    """In a mode that can be resized: grey, colours, colours of print, or colours with transparency."""
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as every screen shows them; the profile of the camera is not carried along."""
    if image.mode == "RGBA":
        colours = _in_srgb(image.convert("RGB"), profile)
        colours.putalpha(image.getchannel("A"))
        return colours
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):  # a broken profile: its colours are taken as they are
            return image.convert("RGB")
        if converted is not None:
            return converted
    return image.convert("RGB")


def tells_where(raw: bytes) -> bool:
    """Whether the file says where the picture was taken. It never reaches the site, but the project keeps the file."""
    if b"GPSLatitude" in raw:
        return True
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(raw), formats=_FORMATS) as image:
                return bool(image.getexif().get_ifd(_GPS))
        except Exception:  # as above
            return False
