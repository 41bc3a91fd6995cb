import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("part charts", ".chart", "waterfall", "funnel", "sectors");
