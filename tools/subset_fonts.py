#!/usr/bin/python3
"""Makes public/fonts/: the fonts of the pages in Urdu. Their licences stand beside them.

- naskh.woff2 and whole/nastaliq.woff2 have all that the letters of `subset_fonts.json` can become.
- nastaliq.woff2, which comes before the first paint, is the latter without what no word of the texts asks for:
  Nastaliq gives a letter a shape of its own after and before most others, by some six thousand rules, of which
  few are ever used. Every word and every sentence is set by both and has to come out the same, to a unit of the
  font. The words are listed in `subset_fonts_words.txt`, which `npm run lint` holds the texts against.

Run by hand when a font or a word of the texts is new, in some ten minutes; the products are kept in the
repository, so that a build needs neither Python nor these packages:

    apt-get install fonttools python3-brotli libharfbuzz-bin
    npm ci --ignore-scripts
    /usr/bin/python3 tools/subset_fonts.py

HarfBuzz's subsetter writes the tables of Nastaliq a tenth larger than fonttools does.
"""

import json
import re
import struct
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "public" / "fonts"
WORD_LIST = ROOT / "tools" / "subset_fonts_words.txt"

# The letters of Urdu and the Arabic ones that a name may bring, whatever the texts are now. `npm run lint`
# holds the texts against the same list.
CHARACTERS = json.loads((ROOT / "tools" / "subset_fonts.json").read_text(encoding="utf-8"))["ur"]

# What may follow a word at once: the end of a sentence while rules are left out, and anything when all is compared.
FEW_ENDS = ["", "\u06d4"]
ENDS = ["", *(sign for sign in CHARACTERS["punctuation"] if not sign.isspace()), ":", ")"]

# A format that no subtable has: HarfBuzz passes over it.
NO_FORMAT = 0xFFFF

# How many rules are left out at a time before it is asked which of them matter.
GROUP = 16

# How far a line of Nastaliq reaches above and below where its letters stand, in thousandths of their size: as much in
# all as the font says, and parted as sans-serif fonts part theirs. WebKit places what stands in a line by the first
# font that is named, others by the first that has a space, which is none of ours; padding can only suit both where
# the two agree.
LINE_ABOVE, LINE_BELOW = 1600, 900


def texts() -> Iterator[str]:
    """Every text in Urdu: the catalogue, what stands under "ur" in files of data, and the months, which Intl names."""

    def strings(data: object, is_wanted: bool) -> Iterator[str]:
        if isinstance(data, str) and is_wanted:
            yield data
        elif isinstance(data, list):
            for item in data:
                yield from strings(item, is_wanted)
        elif isinstance(data, dict):
            for key, item in data.items():
                yield from strings(item, is_wanted or key == "ur")

    yield CHARACTERS["months"]
    yield from strings(json.loads((ROOT / "public" / "text" / "ur.json").read_text(encoding="utf-8")), True)
    for folder in ("hindcasts", "packs", "presets", "versions"):
        for path in sorted((ROOT / "public" / folder).glob("*.json")):
            yield from strings(json.loads(path.read_text(encoding="utf-8")), False)


def words_and_sentences() -> tuple[list[str], list[str]]:
    """The words of the texts without punctuation, and whatever stands between figures and Latin letters."""
    joined = re.escape(CHARACTERS["letters"] + CHARACTERS["marks"] + CHARACTERS["digits"] + CHARACTERS["joiners"])
    punctuation = re.escape(CHARACTERS["punctuation"])
    words: set[str] = set()
    sentences: set[str] = set()
    for text in texts():
        words.update(re.findall(f"[{joined}]+", text))
        sentences.update(piece for piece in re.findall(f"[{joined}{punctuation}]+", text) if not piece.isspace())
    return sorted(words), sorted(sentences)


def load(path: Path) -> tuple[TTFont, subset.Options]:
    options = subset.Options(flavor="woff2")
    return subset.load_font(str(path), options), options


def cut_to_letters(package: str, product: Path, line: tuple[int, int] | None = None) -> None:
    """Writes what the letters of CHARACTERS can become in the font of an npm package; `line` is how far its lines reach."""
    source = ROOT / "node_modules" / "@fontsource" / package / "files" / f"{package}-arabic-400-normal.woff2"
    font, options = load(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(CHARACTERS.values()))
    subsetter.subset(font)
    if line is not None:
        above, below = line
        font["hhea"].ascent = font["OS/2"].sTypoAscender = above
        font["hhea"].descent = font["OS/2"].sTypoDescender = -below
    subset.save_font(font, str(product), options)


@dataclass(frozen=True)
class Setting:
    """How HarfBuzz sets some lines in a font. A glyph is its number; positions are in units of the font."""

    folder: Path

    def lines_file(self, lines: Iterable[str]) -> None:
        (self.folder / "lines.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def of(self, font: bytes, *options: str) -> str:
        path = self.folder / "font.ttf"
        path.write_bytes(font)
        command = ["hb-shape", "--no-clusters", "--no-glyph-names", *options]
        command += [f"--text-file={self.folder / 'lines.txt'}", str(path)]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    def glyphs(self, font: bytes) -> set[int]:
        """All that appear at any stage of the setting."""
        set_lines = self.of(font)
        stages = re.findall(r"buffer: \[([^\]]*)\]", self.of(font, "--trace"))
        found = [*re.findall(r"\[([^\]]*)\]", set_lines), *stages]
        return {int(glyph) for line in found for glyph in re.findall(r"(?:^|\|)(\d+)", line)}


class Rules:
    """The rules in a font's tables of layout, in place: what is left out stays in the file and has no effect."""

    def __init__(self, font: bytes) -> None:
        self.font = bytearray(font)
        records = range(12, 12 + 16 * self.short(4), 16)
        self.tables = {bytes(self.font[at : at + 4]): self.long(at + 8) for at in records}

    def short(self, at: int) -> int:
        return struct.unpack_from(">H", self.font, at)[0]

    def long(self, at: int) -> int:
        return struct.unpack_from(">I", self.font, at)[0]

    def put(self, at: int, value: int) -> None:
        struct.pack_into(">H", self.font, at, value)

    def put_list(self, at: int, values: Sequence[int]) -> None:
        """Writes a count and what it counts."""
        for place, value in zip(range(at, at + 2 + 2 * len(values), 2), [len(values), *values], strict=True):
            self.put(place, value)

    def offsets(self, at: int) -> list[int]:
        """What stands behind a count."""
        return [self.short(place) for place in range(at + 2, at + 2 + 2 * self.short(at), 2)]

    def lookups(self) -> Iterator[tuple[int, int, int]]:
        """Where each stands, and the kinds of its table that are extensions and contexts."""
        for table, extension, context in ((b"GSUB", 7, 5), (b"GPOS", 9, 7)):
            lookups = self.tables[table] + self.short(self.tables[table] + 8)
            for offset in self.offsets(lookups):
                yield lookups + offset, extension, context

    def subtable(self, lookup: int, offset: int, extension: int) -> tuple[int, int]:
        """Its kind and where it stands."""
        at = lookup + offset
        kind = self.short(lookup)
        return (self.short(at + 2), at + self.long(at + 4)) if kind == extension else (kind, at)

    def subtables(self) -> Iterator[tuple[int, bool, bool]]:
        """Where each stands, and whether it is one of contexts and of chained ones."""
        for lookup, extension, context in self.lookups():
            for offset in self.offsets(lookup + 4):
                kind, at = self.subtable(lookup, offset, extension)
                yield at, kind == context, kind == context + 1

    def drop_subtables(self) -> None:
        """Takes those without a format out of their lookups."""
        for lookup, extension, _ in self.lookups():
            offsets = self.offsets(lookup + 4)
            formats = [self.short(self.subtable(lookup, offset, extension)[1]) for offset in offsets]
            left = [offset for offset, form in zip(offsets, formats, strict=True) if form != NO_FORMAT]
            self.put_list(lookup + 4, left)

    def sets(self) -> Iterator[tuple[int, int]]:
        """The sets of rules, by first glyph or class: where the offset of each stands, and what it counts from."""
        for at, is_context, is_chained in self.subtables():
            form = self.short(at)
            if form in (1, 2) and (is_context or is_chained):
                count = at + 4 + (0 if form == 1 else 2 if is_context else 6)
                for offset in range(count + 2, count + 2 + 2 * self.short(count), 2):
                    if self.short(offset) != 0:
                        yield offset, at


def leave_out(count: int, is_needless: Callable[[int, int], bool]) -> None:
    """Leaves out as many of `count` things as may be; `is_needless` does so with a range, or undoes it."""

    def within(first: int, end: int) -> None:
        if is_needless(first, end) or end - first == 1:
            return
        middle = (first + end) // 2
        within(middle, end)
        within(first, middle)

    for end in range(count, 0, -GROUP):
        within(max(0, end - GROUP), end)


class Trial:
    """Rules of a font that are left out as far as the lines that are set do not change."""

    def __init__(self, font: bytes, setting: Setting) -> None:
        self.rules = Rules(font)
        self.setting = setting
        self.wanted = setting.of(font)

    def unless_seen(self, places: Sequence[int], values: Sequence[int]) -> bool:
        before = [self.rules.short(at) for at in places]
        for at, value in zip(places, values, strict=True):
            self.rules.put(at, value)
        if self.setting.of(self.rules.font) == self.wanted:
            return True
        for at, value in zip(places, before, strict=True):
            self.rules.put(at, value)
        return False

    def put_where_needless(self, places: Sequence[int], value: int) -> None:
        leave_out(len(places), lambda first, end: self.unless_seen(places[first:end], [value] * (end - first)))


def without_subtables(font: bytes, setting: Setting) -> bytes:
    """`font` without the subtables that no line asks for."""
    trial = Trial(font, setting)
    trial.put_where_needless(sorted({at for at, *_ in trial.rules.subtables()}), NO_FORMAT)
    trial.rules.drop_subtables()
    return bytes(trial.rules.font)


def without_rules(font: bytes, setting: Setting) -> bytes:
    """`font` without the single rules, in sets of them, that no line asks for."""
    trial = Trial(font, setting)
    rules = trial.rules
    trial.put_where_needless([offset for offset, _ in rules.sets()], 0)
    for rule_set in sorted({at + rules.short(offset) for offset, at in rules.sets()}):
        offsets = rules.offsets(rule_set)
        is_left = [True] * len(offsets)

        def is_needless(first: int, end: int) -> bool:
            left = [offset for i, offset in enumerate(offsets) if is_left[i] and not first <= i < end]
            if not trial.unless_seen(range(rule_set, rule_set + 2 + 2 * len(left), 2), [len(left), *left]):
                return False
            is_left[first:end] = [False] * (end - first)
            return True

        leave_out(len(offsets), is_needless)
    return bytes(rules.font)


def compacted(font: bytes, setting: Setting, characters: str) -> tuple[bytes, list[int]]:
    """`font` with the glyphs that the lines ask for, and the old number of every new glyph."""
    path = setting.folder / "compacted.ttf"
    path.write_bytes(font)
    options = subset.Options(layout_closure=False)
    opened = TTFont(path)
    order = opened.getGlyphOrder()
    subsetter = subset.Subsetter(options)
    subsetter.populate(gids=sorted(setting.glyphs(font)), text=characters)
    subsetter.subset(opened)
    subset.save_font(opened, str(path), options)
    return path.read_bytes(), [order.index(name) for name in opened.getGlyphOrder()]


def renumbered(lines: str, numbers: Sequence[int]) -> str:
    return re.sub(r"(?<=[\[|])\d+", lambda found: str(numbers[int(found.group())]), lines)


def cut_to_texts(whole: Path, product: Path) -> None:
    """Writes what the words of the texts need of a font, and the list of the words."""
    words, sentences = words_and_sentences()
    with tempfile.TemporaryDirectory() as name:
        setting = Setting(Path(name))
        font, _ = load(whole)
        font.flavor = None
        font.save(setting.folder / "whole.ttf")
        before = (setting.folder / "whole.ttf").read_bytes()
        characters = "".join(sorted(set("".join([*words, *sentences, *CHARACTERS["punctuation"]]))))
        setting.lines_file([*(word + end for word in words for end in FEW_ENDS), *sentences])
        cut, first_numbers = compacted(without_subtables(before, setting), setting, characters)
        cut, numbers = compacted(without_rules(cut, setting), setting, characters)
        setting.lines_file([*(word + end for word in words for end in ENDS), *sentences])
        if renumbered(setting.of(cut), [first_numbers[number] for number in numbers]) != setting.of(before):
            raise SystemExit(f"{product.name} would set the texts otherwise than {whole.name}.")
        (setting.folder / "cut.ttf").write_bytes(cut)
        smaller = TTFont(setting.folder / "cut.ttf")
        smaller.flavor = "woff2"
        smaller.save(product)
    WORD_LIST.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")


def main() -> None:
    (FOLDER / "whole").mkdir(parents=True, exist_ok=True)
    naskh, nastaliq, whole = FOLDER / "naskh.woff2", FOLDER / "nastaliq.woff2", FOLDER / "whole" / "nastaliq.woff2"
    cut_to_letters("noto-naskh-arabic", naskh)
    cut_to_letters("noto-nastaliq-urdu", whole, (LINE_ABOVE, LINE_BELOW))
    cut_to_texts(whole, nastaliq)
    for product in (naskh, nastaliq, whole):
        print(f"{product.relative_to(ROOT)}: {product.stat().st_size} bytes")


if __name__ == "__main__":
    main()
