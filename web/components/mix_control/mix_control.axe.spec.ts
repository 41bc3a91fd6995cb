import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("mix control", "#mix-body", "other-controls");
