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
    ["an id that is none", { ns: "export-potential", v: 1, type: "height", id: 1 }],
    ["data that are none", { ns: "export-potential", v: 1, type: "ready", data: "x" }],
  ])("passes over %s", (_, received) => {
    expect(readMessage(received)).toBeUndefined();
  });

  it.each([
    ["data that are nothing", { id: "a", data: null }, "a", "/data", "data must be an object."],
    ["data that are text", { data: "x" }, "", "/data", "data must be an object."],
    ["data in a list", { id: "a", data: [] }, "a", "/data", "data must be an object."],
    ["an id that is a number", { id: 1, data: { link: "v=1" } }, "", "/id", "id must be a text."],
    ["an id that is nothing", { id: null, data: null }, "", "/id", "id must be a text."],
  ])("says what is wrong with a set that has %s", (_, parts, id, path, words) => {
    const received = { ns: "export-potential", v: 1, type: "set", ...parts };
    expect(readMessage(received)).toEqual({ ...received, id, data: {}, fault: { code: "wrong_type", path, message: words } });
  });
});
