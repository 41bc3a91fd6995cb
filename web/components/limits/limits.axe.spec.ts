import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("limits", ".limits", "foot");
