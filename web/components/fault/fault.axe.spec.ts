import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("fault", ".fault", "engine-failed", "later-failed");
