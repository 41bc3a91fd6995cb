import { html, type TemplateResult } from "lit";
import { footer } from "../components/footer/footer.ts";
import { languageSwitch } from "../components/header/header.ts";
import { limits } from "../components/limits/limits.ts";
import { part } from "../components/part/part.ts";
import { toPage, type View } from "../components/view.ts";
import { calculatorView } from "../page/page_view.ts";

/** The head in a frame: whose page it is, the other languages, and the way to all of it; or that there is nothing to show. */
function head(view: View): TemplateResult {
  const { site } = view.text;
  const { href, target } = toPage(view, "index");
  return html`<p class="notice fault no-pack">${site.noPack}</p>
    <header class="top">
      <div class="top-inner">
        <p class="name">${site.name}</p>
        <p class="whole"><a href=${href} target=${target} data-plan>${site.whole}</a></p>
        ${languageSwitch(view, "index")}
      </div>
    </header>`;
}

function foot(view: View): TemplateResult {
  return footer(view, "index", limits(view));
}

/** The calculator as other sites show it in a frame. Its style sheet leaves out what the frame's address does not ask for. */
export function framedView(view: View): TemplateResult {
  return calculatorView(view, part(view, head), part(view, foot));
}
