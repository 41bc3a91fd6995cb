import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("path control", ".foldable", "path-by-year");
