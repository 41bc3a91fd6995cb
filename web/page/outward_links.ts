/**
 * Opens links to other sites in a tab of their own where the page stands in a frame: they would take the place of the
 * calculator there, and many of them refuse to be framed. Links within the site are relative.
 */
export function onOutwardLinks(): void {
  if (window === parent) return;
  addEventListener("click", ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>("a[href^=http]");
    if (link) link.target = "_blank";
  });
}
