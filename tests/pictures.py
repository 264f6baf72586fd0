"""Pictures for the tests, made here: nothing in them is anybody's."""

import io
import struct
import zlib

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

GPS = {1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 7.0)}
SECRETS = (b"Canon", b"Jeanne Secret", b"48/1", b"GPSLatitude", b"<script", b"Exif", b"ICC", b"XMP", b"acsp")
"""What a hostile or an innocent picture carries, and the site must not."""


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def halves(size: tuple[int, int], left: str = "red", right: str = "blue", mode: str = "RGB") -> Image.Image:
    """A picture whose left half is of one colour and right half of another."""
    image = Image.new(mode, size, right)
    image.paste(Image.new(mode, (size[0] // 2, size[1]), left))
    return image


def photo(size: tuple[int, int] = (400, 200), orientation: int = 1) -> bytes:
    """A JPEG as a phone makes it: place, camera, author, colour profile, XMP, comment."""
    image = halves(size)
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = "Canon", "Jeanne Secret", orientation
    exif.get_ifd(0x8825).update(GPS)
    exif.get_ifd(0x8769).update({0x9286: b"<script>alert(1)</script>"})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>48,51.4N</exif:GPSLatitude></x:xmpmeta>'
    return saved(
        image, "JPEG", exif=exif, icc_profile=profile, xmp=xmp, comment=b"<script>alert(2)</script>", quality=90
    )


def drawing(size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    """A PNG with words in it."""
    words = PngInfo()
    words.add_text("Author", "Jeanne Secret")
    return saved(Image.new(mode, size), "PNG", pnginfo=words)


def bomb(width: int = 20_000, height: int = 20_000) -> bytes:
    """A PNG of a few bytes that says to be of 400 million pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def animated(kind: str) -> bytes:
    """Two views, one after the other."""
    return saved(Image.new("RGB", (9, 9)), kind, save_all=True, append_images=[Image.new("RGB", (9, 9), "red")])
