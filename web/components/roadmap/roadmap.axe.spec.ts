import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("roadmap", "#roadmap-body", "other-controls");
