import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("foldable", ".foldable", "other-controls");
