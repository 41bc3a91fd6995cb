/** How wide the thumb of a slider is in every browser's own drawing and in ours, CSS pixels: its middle never goes nearer to an end than half of that. */
const kThumb = 16;

/**
 * Where on a slider a pointer at `x` of the window is, from 0 at the slider's least value to 1 at its largest, where
 * a press would bring it; undefined where the slider is too small to have such places.
 */
export function placeAt(slider: Element, x: number): number | undefined {
  const { left, width } = slider.getBoundingClientRect();
  const way = width - kThumb;
  if (way <= 0) return undefined;
  const part = Math.min(1, Math.max(0, (x - left - kThumb / 2) / way));
  return getComputedStyle(slider).direction === "rtl" ? 1 - part : part;
}
