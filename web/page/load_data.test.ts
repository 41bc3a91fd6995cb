import { describe, expect, it } from "vitest";
import { once } from "./load_data.ts";

describe("once", () => {
  it("loads for all who ask, and keeps what came", async () => {
    let loads = 0;
    const load = once(() => Promise.resolve(++loads));
    expect(await Promise.all([load(), load()])).toEqual([1, 1]);
    expect(await load()).toBe(1);
  });

  it("tries again after a failure, for the next who asks", async () => {
    let loads = 0;
    const load = once(() => (++loads === 1 ? Promise.reject(new Error("No network.")) : Promise.resolve(loads)));
    await expect(Promise.all([load(), load()])).rejects.toThrow("No network.");
    expect(await load()).toBe(2);
  });
});
