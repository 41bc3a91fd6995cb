import defaultResult from "virtual:default-result";
import { render } from "lit";
import { createEngine } from "../engine/index.ts";
import { en } from "../text/en.ts";
import { loadChanges, loadPack, loadPresets } from "./load_data.ts";
import { mount } from "./mount.ts";
import { packFault } from "./pack_fault.ts";

async function start(root: HTMLElement, fault: HTMLElement): Promise<void> {
  render(undefined, fault);
  try {
    const at = (path: string): URL => new URL(path, document.baseURI);
    const [pack, { presets }] = await Promise.all([
      loadPack(at("packs/pk.json")),
      loadPresets(at("presets/pk.json")),
    ]);
    mount(root, {
      pack,
      presets,
      result: defaultResult,
      text: en,
      loadEngine: (signal) => createEngine({ pack, signal }),
      loadChanges: () => loadChanges(at("versions/changes.json")),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    render(
      packFault(en, message, () => void start(root, fault)),
      fault,
    );
  }
}

const root = document.getElementById("page");
const fault = document.getElementById("fault");
if (root && fault) void start(root, fault);
