import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("analysis place", ".analysis", "analysis-running");
