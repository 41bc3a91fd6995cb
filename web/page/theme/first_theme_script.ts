import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { rolldown } from "rolldown";

/** A file of the site. */
export interface SiteFile {
  /** As from the root of the site; changes with the source. */
  readonly fileName: string;
  readonly source: string;
}

/** The classic script that sets the theme before the first paint. `repository` is the folder of the clone. */
export async function firstThemeScript(repository: string): Promise<SiteFile> {
  const bundle = await rolldown({ input: resolve(repository, "web/page/theme/first_theme.ts") });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  const source = output[0].code;
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
  return { fileName: `assets/theme-${hash}.js`, source };
}
