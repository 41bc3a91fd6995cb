import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("controls", ".control", "main-control-refused", "other-controls");
