import defaultResult from "virtual:default-result";
import { render } from "lit";
import { createEngine } from "../engine/index.ts";
import { workOffline } from "../offline/register.ts";
import { en } from "../text/en.ts";
import { loadPack } from "./load_pack.ts";
import { mount } from "./mount.ts";
import { packFault } from "./pack_fault.ts";

async function start(root: HTMLElement, fault: HTMLElement): Promise<void> {
  render(undefined, fault);
  try {
    const pack = await loadPack(new URL("packs/pk.json", document.baseURI));
    mount(root, {
      pack,
      result: defaultResult,
      text: en,
      loadEngine: (signal) => createEngine({ pack, signal }),
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
void workOffline(new URL("service_worker.js", document.baseURI));
