/** Custom properties by which a page says how the calculator is to look, by their names in the frame's address. */
const kProperties = {
  accent: "--export-potential-accent",
  background: "--export-potential-background",
  font: "--export-potential-font",
} as const;

/** Channels of a colour as computed values have them: of 255 in "rgb(…)", of 1 in "color(srgb …)". Others are none. */
const kComputed = /^(?<notation>rgb|color)\((?:srgb )?(?<channels>[-\d.e]+[, ]+[-\d.e]+[, ]+[-\d.e]+)\)$/;

/**
 * The colour `value`, in any notation of CSS, as six hexadecimal digits, as it is in `place`. What is no colour, or lets
 * through what is behind it, comes back as it is: the frame refuses it.
 */
function digitsOf(value: string, place: Element): string {
  if (!CSS.supports("color", value)) return value;
  const probe = document.createElement("span");
  const { style } = probe;
  // Also where the page lets colours pass into one another, and where a system forces its own, which the frame sees to itself.
  for (const property of ["transition", "forced-color-adjust"]) style.setProperty(property, "none", "important");
  place.append(probe);
  const computed = (colour: string): RegExpExecArray | null => {
    style.setProperty("color", colour, "important");
    return kComputed.exec(getComputedStyle(probe).color);
  };
  // A mixed one is of sRGB, whatever it is mixed from.
  const { notation, channels = "" } = (computed(value) ?? computed(`color-mix(in srgb, ${value}, ${value})`))?.groups ?? {};
  probe.remove();
  if (channels === "") return value;
  const most = notation === "rgb" ? 1 : 255;
  return channels.split(/[, ]+/).map((channel) => Math.round(Math.min(255, Math.max(0, most * Number(channel)))).toString(16).padStart(2, "0")).join("");
}

/** What the custom properties that hold for `element` say, as parts of the frame's address by name. Those not set are left out. */
export function hostProperties(element: Element): ReadonlyMap<string, string> {
  const style = getComputedStyle(element);
  const said = new Map<string, string>();
  for (const [name, property] of Object.entries(kProperties)) {
    const value = style.getPropertyValue(property).trim();
    if (value !== "") said.set(name, name === "font" ? value : digitsOf(value, element));
  }
  return said;
}
