import { axeFindsNothing } from "../../../tests/e2e/component_axe.ts";

axeFindsNothing("answer", ".specimen", "answer", "answer-stale", "engine-failed", "glossary", "checks");
