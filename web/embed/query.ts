import type { Theme } from "../state/app_state.ts";

/** How much of the calculator a frame shows. */
export type FrameView = "headline" | "compact" | "full";

/** What the address of a frame fixes for its life. */
export interface FrameQuery {
  /** In place of the visitor's own choice. */
  readonly theme?: Theme;
  /** Everything unless it says otherwise. */
  readonly view: FrameView;
  /** The country pack that the host wants. */
  readonly pack?: string;
}

/** What `theme` may be. */
export const kThemes: readonly string[] = ["auto", "light", "dark"] satisfies Theme[];
/** What `view` may be. */
export const kViews: readonly string[] = ["headline", "compact", "full"] satisfies FrameView[];

/** Reads the part of an address from "?" on. Values that are not known count as not said. */
export function readQuery(search: string): FrameQuery {
  const said = new URLSearchParams(search);
  const theme = said.get("theme") ?? "";
  const view = said.get("view") ?? "";
  const pack = said.get("pack");
  return {
    view: kViews.includes(view) ? (view as FrameView) : "full",
    ...(kThemes.includes(theme) && { theme: theme as Theme }),
    ...(pack !== null && { pack }),
  };
}
