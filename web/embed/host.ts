import { CalculatorElement } from "./calculator_element.ts";
import { serveFrames } from "./host_frames.ts";

const kName = "export-potential-calculator";

// A page may have this script twice.
if (!customElements.get(kName)) {
  serveFrames();
  customElements.define(kName, CalculatorElement);
}
