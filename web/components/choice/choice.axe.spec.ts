import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("choice", ".choice", "path-by-year");
