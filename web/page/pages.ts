import type { TemplateResult } from "lit";
import type { View } from "../components/view.ts";
import type { Catalogue } from "../text/catalogue.ts";
import { pageView } from "./page_view.ts";

/** A page of the site. There is one of each in every language. */
export interface Page {
  /** Name of its file without ".html". */
  readonly name: string;
  title(text: Catalogue, country: string): string;
  /** One sentence for search engines and for those who share the page. */
  description(text: Catalogue, country: string): string;
  /** What it shows, before and without any program. */
  view(view: View): TemplateResult;
  /** The module, as from the root of the repository, whose `start` takes the page over. */
  readonly program?: string;
}

/** All pages. */
export const kPages: readonly Page[] = [
  {
    name: "index",
    title: (text, country) => text.site.title({ country }),
    description: (text, country) => text.site.description({ country }),
    view: pageView,
    program: "web/page/main.ts",
  },
];
