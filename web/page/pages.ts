import type { TemplateResult } from "lit";
import type { PageName } from "../components/header/header.ts";
import type { View } from "../components/view.ts";
import type { Texts, WholeCatalogue } from "../text/catalogue.ts";
import { kEmbedPage } from "../text/languages.ts";
import { framedView } from "../embed/framed_view.ts";
import type { BackTest } from "./evidence/back_test.ts";
import { aboutView } from "./about/about_view.ts";
import { evidenceView } from "./evidence/evidence_view.ts";
import { methodView } from "./method/method_view.ts";
import { pageView } from "./page_view.ts";

/** What a page is made from at build time: the texts of all pages are there. */
export type PageView = View & {
  readonly text: WholeCatalogue;
  /** How the pack's assumptions would have done, where there is a programme to tell. */
  readonly backTest?: BackTest;
};

/** The program of a page. */
export interface PageProgram {
  /** The module, as from the root of the repository, whose `start` takes the page over. */
  readonly module: string;
  /** The groups of texts that it needs; without, those of the calculator's first screen. */
  readonly texts?: readonly (keyof Texts)[];
  /** What `start` gets beside texts: the module `virtual:<this>/<language>`. */
  readonly startsFrom?: "first-data";
}

/** A page of the site. There is one of each in every language. */
export interface Page {
  /** Name of its file without ".html". */
  readonly name: PageName | typeof kEmbedPage;
  title(text: WholeCatalogue, country: string): string;
  /** One sentence for search engines and for those who share the page. */
  description(text: WholeCatalogue, country: string): string;
  /** What it shows, before and without any program. */
  view(view: PageView): TemplateResult;
  /** Style sheets of its own, as they are called in public/styles/pages/. */
  readonly styles: readonly string[];
  readonly program?: PageProgram;
}

/** The pages that visitors go to and search engines list. */
export const kSitePages: readonly Page[] = [
  {
    name: "index",
    title: (text, country) => text.site.title({ country }),
    description: (text, country) => text.site.description({ country }),
    view: pageView,
    styles: [],
    program: { module: "web/page/main.ts", startsFrom: "first-data" },
  },
  {
    name: "method",
    title: (text) => text.method.title,
    description: (text) => text.method.description,
    view: methodView,
    styles: ["document"],
  },
  {
    name: "evidence",
    title: (text, country) => text.evidence.title({ country }),
    description: (text, country) => text.evidence.description({ country }),
    view: evidenceView,
    styles: ["document", "evidence"],
    program: { module: "web/page/evidence/main.ts", texts: ["language", "evidence"] },
  },
  {
    name: "about",
    title: (text) => text.about.title,
    description: (text, country) => text.about.description({ country }),
    view: aboutView,
    styles: ["document"],
  },
];

/** The calculator as other sites show it in a frame. */
const kFramedPage: Page = {
  name: kEmbedPage,
  title: (text, country) => text.site.title({ country }),
  description: (text, country) => text.site.description({ country }),
  view: framedView,
  styles: ["embed"],
  program: { module: "web/embed/main.ts", startsFrom: "first-data" },
};

/** All pages. */
export const kPages: readonly Page[] = [...kSitePages, kFramedPage];
