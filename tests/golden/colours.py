#!/usr/bin/env python3
"""Writes pictures with colour profiles, and HEIC and AVIF files, to colours/, and what their colours are in sRGB.

The profiles are put together byte by byte (ICC.1:2001-04) and the colours converted with NumPy, by the
profiles' own numbers. Needs python3-numpy, python3-pil and libheif-examples (heif-enc).
"""
import json
import struct
import subprocess
from pathlib import Path

import numpy as np
from PIL import Image

folder = Path(__file__).parent / "colours"
folder.mkdir(exist_ok=True)

# Columns: the XYZ of red, green and blue, relative to D50, as profiles write them.
SRGB = np.array([[0.4360747, 0.3850649, 0.1430804], [0.2225045, 0.7168786, 0.0606169], [0.0139322, 0.0971045, 0.7141733]])
P3 = np.array([[0.5151187, 0.2919778, 0.1571035], [0.2411892, 0.6922441, 0.0665668], [-0.0010505, 0.0418791, 0.7840713]])


def fixed(value):
    return struct.pack(">i", round(value * 65536))


def xyz(values):
    return b"XYZ \0\0\0\0" + b"".join(fixed(v) for v in values)


def text(words):
    raw = words.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(raw)) + raw + b"\0" * (4 + 4 + 2 + 1 + 67)


def profile(space, gamma, name, primaries=None):
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))
    tags = {b"desc": text(name), b"cprt": b"text\0\0\0\0none\0", b"wtpt": xyz([0.9642, 1.0, 0.8249])}
    if primaries is None:
        tags[b"kTRC"] = curve
    else:
        for column, letter in enumerate((b"r", b"g", b"b")):
            tags[letter + b"XYZ"] = xyz(primaries[:, column])
            tags[letter + b"TRC"] = curve
    at = 128 + 4 + 12 * len(tags)
    table, body = b"", b""
    for key, data in tags.items():
        table += key + struct.pack(">II", at + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    size = at + len(body)
    header = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02400000, b"mntr", space, b"XYZ ")
    header += b"\0" * 12 + b"acsp" + b"\0" * 28 + fixed(0.9642) + fixed(1.0) + fixed(0.8249)
    return (header + b"\0" * (128 - len(header)) + struct.pack(">I", len(tags)) + table + body)


def encoded(linear):
    linear = np.clip(linear, 0, 1)
    return np.rint(255 * np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)).astype(int)


def to_srgb(pixels, gamma, primaries):
    stored = np.rint(np.asarray(primaries) * 65536) / 65536
    linear = (pixels.reshape(-1, 3) / 255.0) ** (round(gamma * 256) / 256)
    return encoded(linear @ stored.T @ np.linalg.inv(SRGB).T).reshape(pixels.shape)


rng = np.random.default_rng(3)
blocks = rng.integers(0, 256, (4, 6, 3))
pixels = np.kron(blocks, np.ones((8, 8, 1))).astype(np.uint8)  # 48 × 32, so that a JPEG keeps them
picture = Image.fromarray(pixels)
p3 = profile(b"RGB ", 2.2, "wide", P3)
picture.save(folder / "wide.png", icc_profile=p3)
picture.save(folder / "wide.jpg", icc_profile=p3 + b"\0" * 70000, quality=100, subsampling=0)  # in two pieces
picture.save(folder / "wide.webp", icc_profile=p3, lossless=True)
picture.save(folder / "wide.tif", icc_profile=p3, compression="tiff_lzw")
picture.save(folder / "named.png", icc_profile=profile(b"RGB ", 2.2, "sRGB, it says", P3))
picture.save(folder / "plain.png")

levels = np.arange(0, 256, 8, dtype=np.uint8)
Image.fromarray(levels[None, :].repeat(8, 0)).save(folder / "grey.png", icc_profile=profile(b"GRAY", 1.0, "linear"))

see_through = np.dstack([pixels, np.where(np.arange(48)[None, :] < 24, 255, 0).repeat(32, 0)]).astype(np.uint8)
Image.fromarray(see_through).save(folder / "through.png")
for source, target, options in [
    ("plain.png", "plain.heic", ["-L", "-p", "chroma=444", "--matrix_coefficients=0"]),
    ("plain.png", "plain.avif", ["-A", "-L", "-p", "chroma=444", "--matrix_coefficients=0"]),
    ("wide.png", "wide.heic", ["-L", "-p", "chroma=444", "--matrix_coefficients=0"]),
    ("through.png", "through.heic", ["-q", "95", "-p", "chroma=444"]),
]:
    subprocess.run(["heif-enc", *options, "-o", folder / target, folder / source], check=True, capture_output=True)

golden = {
    "stored": blocks.tolist(),
    "wide": to_srgb(blocks, 2.2, P3).tolist(),
    "grey": encoded(levels / 255.0).tolist(),
}
(folder / "colours.json").write_text(json.dumps(golden) + "\n")
