#!/usr/bin/python3
"""Makes public/fonts/: the fonts of the pages in Urdu, cut down to its letters. Their licences stand beside them.

Run by hand when a font is renewed; the product is kept in the repository, so that a build needs neither
Python nor these packages:

    apt-get install fonttools python3-brotli
    npm ci --ignore-scripts
    /usr/bin/python3 tools/subset_fonts.py

HarfBuzz's subsetter writes the tables of Nastaliq a tenth larger than fonttools does.
"""

import json
from pathlib import Path

from fontTools import subset

# npm package, name of the product.
FONTS = [("noto-nastaliq-urdu", "nastaliq"), ("noto-naskh-arabic", "naskh")]

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "public" / "fonts"

# The letters of Urdu and the Arabic ones that a name may bring, whatever the texts are now. `npm run lint`
# holds the texts against the same list.
CHARACTERS = json.loads((ROOT / "tools" / "subset_fonts.json").read_text(encoding="utf-8"))
TEXT = "".join(CHARACTERS["ur"].values())


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for package, name in FONTS:
        source = ROOT / "node_modules" / "@fontsource" / package
        options = subset.Options(flavor="woff2")
        font = subset.load_font(str(source / "files" / f"{package}-arabic-400-normal.woff2"), options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=TEXT)
        subsetter.subset(font)
        product = FOLDER / f"{name}.woff2"
        subset.save_font(font, str(product), options)
        print(f"{product.relative_to(ROOT)}: {product.stat().st_size} bytes")


if __name__ == "__main__":
    main()
