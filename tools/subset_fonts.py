#!/usr/bin/python3
"""Makes public/fonts/: the fonts of the pages in Urdu, cut down to its letters. Their licences stand beside them.

Run by hand when a font is renewed; the product is kept in the repository, so that a build needs neither
Python nor these packages:

    apt-get install fonttools python3-brotli
    npm ci --ignore-scripts
    /usr/bin/python3 tools/subset_fonts.py

HarfBuzz's subsetter writes the tables of Nastaliq a tenth larger than fonttools does.
"""

from pathlib import Path

from fontTools import subset

# The letters of Urdu and the Arabic ones that a name may bring, whatever the texts are now.
LETTERS = "ءآأؤئابتثجحخدذرزسشصضطظعغفقلمنوىيپٹچڈڑژکگںھہۂۃیےكه"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654\u0670"
PUNCTUATION = "۔،؛؟ \u00a0"
DIGITS = "۰۱۲۳۴۵۶۷۸۹"
JOINERS = "\u200c\u200d"
TEXT = LETTERS + MARKS + PUNCTUATION + DIGITS + JOINERS

# npm package, name of the product.
FONTS = [("noto-nastaliq-urdu", "nastaliq"), ("noto-naskh-arabic", "naskh")]

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "public" / "fonts"


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
