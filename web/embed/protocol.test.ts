import { describe, expect, it } from "vitest";
import { message, readMessage } from "./protocol.ts";

describe("readMessage", () => {
  it("takes what the protocol says, and gives an id and data where there are none", () => {
    const envelope = { ns: "export-potential", v: 1, type: "height" };
    expect(readMessage({ ...envelope, id: "a", data: { height: 777 } })).toEqual({ ...envelope, id: "a", data: { height: 777 } });
    expect(readMessage(envelope)).toEqual({ ...envelope, id: "", data: {} });
    expect(readMessage(message("set", { link: "#v=1" }, "b"))).toEqual({ ns: "export-potential", v: 1, type: "set", id: "b", data: { link: "#v=1" } });
  });

  it.each([
    ["nothing", undefined],
    ["a text", "export-potential"],
    ["a list", [{ ns: "export-potential", v: 1, type: "ready" }]],
    ["another's", { ns: "iframe-resizer", v: 1, type: "height" }],
    ["another version", { ns: "export-potential", v: 2, type: "height" }],
    ["an unknown type", { ns: "export-potential", v: 1, type: "run" }],
    ["a type of objects", { ns: "export-potential", v: 1, type: "constructor" }],
    ["an id that is none", { ns: "export-potential", v: 1, type: "set", id: 1 }],
    ["data that are none", { ns: "export-potential", v: 1, type: "set", data: "x" }],
    ["data in a list", { ns: "export-potential", v: 1, type: "set", data: [] }],
  ])("passes over %s", (_, received) => {
    expect(readMessage(received)).toBeUndefined();
  });
});
