"""Draws the site's neutral pictures again: a grey disc, and a plain one for previews. They say nothing of the site.

Run it from the project's root after a change: python scripts/draw_icons.py (Pillow is among the site's dependencies).
"""

from pathlib import Path

from PIL import Image, ImageDraw

ASSETS = Path("docs/assets")
GREY, PAPER = "#6b7280", "#fbf9f5"  # the disc of icon.svg, the paper of site.css


def disc(width: int, height: int, background: str | None) -> Image.Image:
    """A disc in the middle, drawn four times larger and then reduced: smooth edges."""
    large = Image.new("RGBA", (width * 4, height * 4), background or (0, 0, 0, 0))
    radius = min(width, height) * 4 * 7 // 16
    middle = (width * 2, height * 2)
    box = (middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius)
    ImageDraw.Draw(large).ellipse(box, fill=GREY)
    return large.resize((width, height), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    disc(180, 180, PAPER).convert("RGB").quantize(16).save(ASSETS / "icon.png", optimize=True)
    disc(1200, 630, PAPER).convert("RGB").quantize(16).save(ASSETS / "preview.png", optimize=True)
    disc(32, 32, None).save(ASSETS / "favicon.ico", sizes=[(32, 32)])
