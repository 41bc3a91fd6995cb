import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("public money", ".chart", "jobs", "public-money");
