import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("sales readings", ".readings", "sales-readings");
