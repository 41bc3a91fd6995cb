/** The language whose pages stand at the root of the site; those of others stand in a folder each. */
const kRootLanguage = "en";

/** A page of the same name in some language. */
export interface LanguageLink {
  /** BCP 47. */
  readonly tag: string;
  /** The language's own name for itself. */
  readonly name: string;
  /** Relative to the page that links. */
  readonly href: string;
  /** Whether it is the page that links. */
  readonly isCurrent: boolean;
}

/** A language that the site speaks. */
export type Language = Pick<LanguageLink, "tag" | "name">;

/** The page that other sites show in a frame: all its languages stand in one folder. */
export const kEmbedPage = "embed";

/** From a page in a language to the root of the site. */
export function rootFrom(tag: string, page = "index"): string {
  return tag === kRootLanguage && page !== kEmbedPage ? "./" : "../";
}

/** Where a page stands from the root of the site: "index.html", "ur/index.html", "embed/ur.html". */
export function addressOf(tag: string, page: string): string {
  if (page === kEmbedPage) return `${kEmbedPage}/${tag}.html`;
  return tag === kRootLanguage ? `${page}.html` : `${tag}/${page}.html`;
}

/** From the page for frames to the other pages of its language. */
export function siteFromFrame(tag: string): string {
  return `${rootFrom(tag, kEmbedPage)}${addressOf(tag, "")}`.replace(/\.html$/, "");
}

/** Links from a page in the language `tag` to the same page in all of `languages`. */
export function languageLinks(languages: readonly Language[], tag: string, page: string): LanguageLink[] {
  return languages.map((language) => ({
    ...language,
    href: `${rootFrom(tag, page)}${addressOf(language.tag, page)}`,
    isCurrent: language.tag === tag,
  }));
}
