/**
 * Opens links to other sites, which are those with a `rel`, in a tab of their own where the page stands in a frame:
 * they would take the place of the calculator there, and many of them refuse to be framed.
 */
export function onOutwardLinks(): void {
  if (window === parent) return;
  addEventListener("click", ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>("a[rel]");
    if (link) link.target = "_blank";
  });
}
