import { nothing, type TemplateResult } from "lit";
import { isPart, madeOf } from "../components/part/part.ts";

/** Properties that have an attribute of the same meaning. */
const kAttributeOf: Readonly<Record<string, string>> = {
  value: "value",
  checked: "checked",
  selected: "selected",
};

/** HTML that stands in a template as it is. Only the build makes any; the live page knows none. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

const kBinding = /\s(?<kind>[.?@]?)(?<name>[\w:-]+)=$/;

/** Text as it stands in HTML and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A value as its text; templates of this page bind only texts and numbers to text. */
function wordOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw new TypeError(`A ${typeof value} cannot be written as text.`);
}

function isTemplate(value: unknown): value is TemplateResult {
  return typeof value === "object" && value !== null && "_$litType$" in value;
}

function content(value: unknown): string {
  if (value === null || value === undefined || value === nothing) return "";
  if (value instanceof Markup) return value.html;
  if (isTemplate(value)) return staticHtml(value);
  if (isPart(value)) return content(madeOf(value));
  if (Array.isArray(value)) return value.map(content).join("");
  return escapeHtml(wordOf(value));
}

/** ` name="value"`, ` name` for what is merely on, or nothing. */
function attribute(kind: string, name: string, value: unknown): string {
  if (kind === "@" || value === nothing || value === null || value === undefined) return "";
  const written = kind === "." ? kAttributeOf[name] : name;
  if (written === undefined) return "";
  if (kind === "?" || typeof value === "boolean") return value ? ` ${written}` : "";
  return ` ${written}="${escapeHtml(wordOf(value))}"`;
}

/**
 * A template as HTML text. It knows what this page uses: text, arrays, nested templates, parts, and
 * attributes whose whole value is one binding without quotes. Event listeners are left out.
 */
export function staticHtml(template: TemplateResult): string {
  let written = "";
  template.strings.forEach((string, index) => {
    if (index === template.values.length) {
      written += string;
      return;
    }
    const value = template.values[index];
    const binding = kBinding.exec(string)?.groups;
    written += binding
      ? string.slice(0, string.lastIndexOf(binding["kind"] + (binding["name"] ?? "") + "=")).trimEnd() +
        attribute(binding["kind"] ?? "", binding["name"] ?? "", value)
      : string + content(value);
  });
  return written;
}
