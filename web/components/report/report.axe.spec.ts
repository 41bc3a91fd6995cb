import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("report", ".report", "report");
