"""Cuts two open typefaces down to what the page can need: scripts/fonts calls it.

Their licence keeps some names for the originals, so what is cut out of them goes by names of its own.
"""

import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

# What people type in the languages of western Europe, and the marks and arrows of the page's own words.
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *map(ord, "–—‘’‚“”„†•…‰′″‹›€™−×←↑→↓✓"),
]

# Name, file of the original, axes (fixed, or from and to), features of the letters.
FONTS = [
    (
        "Followthrough Serif",
        "newsreader/files/newsreader-latin-opsz-normal.woff2",
        {"opsz": 28, "wght": (400, 600)},
        ["kern", "liga", "mark", "ccmp"],
    ),
    (
        "Followthrough Sans",
        "source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
        {"wght": (400, 700)},
        ["kern", "mark", "ccmp", "tnum"],
    ),
]

# Family, style, unique name, full name, version, PostScript name, typographic family and style.
NAMES = [1, 2, 3, 4, 5, 6, 16, 17]
COPYRIGHT, LICENCE, LICENCE_ADDRESS = 0, 13, 14


def cut(name, source, axes, features):
    font = TTFont(source)
    options = Options()
    options.flavor = "woff2"
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [*NAMES, COPYRIGHT, LICENCE, LICENCE_ADDRESS]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    font = instantiateVariableFont(font, axes)
    for entry in list(font["name"].names):
        if entry.nameID not in NAMES:
            continue
        if entry.nameID in (2, 17):
            text = "Regular"
        elif entry.nameID == 6:
            text = name.replace(" ", "") + "-Regular"
        elif entry.nameID == 5:
            continue
        else:
            text = name
        font["name"].setName(text, entry.nameID, entry.platformID, entry.platEncID, entry.langID)
    font.flavor = "woff2"
    return font


def main(originals, target):
    target.mkdir(parents=True, exist_ok=True)
    total = 0
    for name, source, axes, features in FONTS:
        file = target / f"{name.lower().replace(' ', '-')}.woff2"
        cut(name, originals / source, axes, features).save(file)
        package = source.split("/")[0]
        shutil.copyfile(originals / package / "LICENSE", target / f"OFL-{package}.txt")
        total += file.stat().st_size
        print(f"{file}: {file.stat().st_size:,} bytes")
    print(f"in all: {total:,} bytes")


main(Path(sys.argv[1]), Path(sys.argv[2]))
