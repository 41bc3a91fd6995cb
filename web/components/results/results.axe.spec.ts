import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

// One group of them: the charts are looked at in their own folders.
axeFindsNothing("results", "[aria-labelledby='group-people']", "results");
