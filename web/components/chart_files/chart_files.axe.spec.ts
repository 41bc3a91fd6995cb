import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("chart files", ".chart-files", "fan-table");
