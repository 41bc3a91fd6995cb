import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("other results", ".plain-table", "results");
