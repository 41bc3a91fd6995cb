import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("dated lines", ".measures, .measure-adding", "other-controls");
