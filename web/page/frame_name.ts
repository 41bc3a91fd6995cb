/** Gives a frame without a name one by its place in the tab, the same whenever the page around it is loaded. */
export function nameFrame(): void {
  let place = "";
  for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
    const { parent } = frame;
    place = ` ${Array.from({ length: parent.length }, (_, at) => parent[at]).indexOf(frame)}${place}`;
  }
  if (place !== "") window.name ||= `export-potential${place}`;
}
