/** A colour of sRGB as #rrggbb. */
export type Colour = `#${string}`;

/** Red, green and blue from 0 to 255. */
const channels = (colour: Colour): readonly number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance from 0, black, to 1, white, as WCAG 2.2 defines it. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours in either order, from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: Colour, other: Colour): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** `colour` with a share from 0 to 1 of `other` in it, as CSS mixes colours "in srgb". */
export function mix(colour: Colour, other: Colour, share: number): Colour {
  const added = channels(other);
  const mixed = channels(colour).map((channel, at) => Math.round(channel + share * ((added[at] ?? 0) - channel)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
