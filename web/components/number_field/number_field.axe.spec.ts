import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("number field", ".number", "main-control-refused");
