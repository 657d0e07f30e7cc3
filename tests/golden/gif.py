#!/usr/bin/env python3
"""Writes small GIFs of each kind to gif/, and the same first frames, over white, as PNG files by Pillow.

Needs python3-pil, which interlaces pictures of 16 lines and more.
"""
from pathlib import Path

from PIL import Image

folder = Path(__file__).parent / "gif"
folder.mkdir(exist_ok=True)


def picture(shift=0):
    """20 × 17 of which no two lines are alike."""
    made = Image.new("RGB", (20, 17))
    for y in range(17):
        for x in range(20):
            made.putpixel((x, y), (12 * x, 15 * y, (40 * shift + 7 * x * y) % 256))
    return made.quantize(64)


def expect(name, still=None):
    """Over white, as Pillow reads the first frame."""
    still = still or Image.open(folder / f"{name}.gif").convert("RGBA")
    white = Image.new("RGBA", still.size, (255, 255, 255, 255))
    Image.alpha_composite(white, still).convert("RGB").save(folder / f"{name}.png")


picture().save(folder / "plain.gif", interlace=0)
expect("plain")

frames = [picture(shift) for shift in range(3)]
frames[0].save(folder / "animated.gif", save_all=True, append_images=frames[1:], duration=100, loop=0)
expect("animated")

glass = picture()
glass.info["transparency"] = glass.getpixel((3, 5))
glass.save(folder / "transparent.gif", transparency=glass.getpixel((3, 5)), interlace=0)
expect("transparent")

picture().save(folder / "interlaced.gif", interlace=1)
expect("interlaced")
assert (folder / "interlaced.gif").read_bytes() != (folder / "plain.gif").read_bytes()

# A frame of 20 × 17 at (4, 2) of a screen of 30 × 20, as an optimised animation may begin with.
data = bytearray((folder / "plain.gif").read_bytes())
data[6:10] = (30).to_bytes(2, "little") + (20).to_bytes(2, "little")
frame = 13 + 3 * 2 ** ((data[10] & 7) + 1)
while data[frame] == 0x21:
    frame += 2
    while data[frame]:
        frame += 1 + data[frame]
    frame += 1
assert data[frame] == 0x2C
data[frame + 1 : frame + 5] = (4).to_bytes(2, "little") + (2).to_bytes(2, "little")
(folder / "placed.gif").write_bytes(data)
still = Image.new("RGBA", (30, 20), (255, 255, 255, 255))
still.paste(Image.open(folder / "plain.gif").convert("RGBA"), (4, 2))
expect("placed", still)
