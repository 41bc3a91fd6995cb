import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { repository } from "./built_engine.ts";

const program = fileURLToPath(new URL("build/native/export-potential", repository));

/** What the program wrote and how it ended. */
function call(...args: string[]): { stdout: string; stderr: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  return { stdout, stderr, status };
}

describe.skipIf(!existsSync(program) && process.env["CI"] === undefined)("the program", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(fileURLToPath(new URL("build/test-cli-", repository)));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, members: object): string => {
    const path = `${folder}/${name}.json`;
    writeFileSync(path, JSON.stringify({ schema: 1, pack: "pk", draws: 512, ...members }));
    return path;
  };

  test("says how it is called, after a command too", () => {
    const help = call("--help");
    expect(help).toMatchObject({ status: 0, stderr: "" });
    expect(help.stdout).toContain("export-potential compare  SCENARIO SCENARIO");
    for (const words of [["run", "--help"], ["compare", "a.json", "--draws", "1024", "-h"], ["samples", "-h"], []]) {
      expect(call(...words)).toEqual(help);
    }
    expect(call("run", "--draws").stderr).toBe("error: usage: --draws needs a value\n");
    for (const unknown of [["--helpful"], ["--version"], ["--helpful", "3"], ["--helpful=3"]]) {
      expect(call("run", ...unknown).stderr).toBe(`error: usage: ${unknown[0]?.slice(0, 9)} is not an option of run; see --help\n`);
    }
  });

  test("compares scenarios with any number of threads", () => {
    const [a, b] = [file("one", {}), file("three", { onboarding: { newSellers: 50_000 } })];
    const [one, three] = ["1", "3"].map((threads) => call("compare", a, b, "--threads", threads));
    expect(one).toMatchObject({ status: 0, stderr: "" });
    expect(three).toEqual(one);
  });

  test("compares scenarios", () => {
    const [a, b] = [file("a", {}), file("b", { onboarding: { newSellers: 50_000 } })];
    const { stdout, status } = call("compare", a, b, "--outputs", "jobs,cost", "--seed", "4");
    expect(status).toBe(0);
    const result = JSON.parse(stdout) as { model: object; scenarios: { outputs: object }[] };
    expect(result.model).toMatchObject({ seed: 4, draws: 512 });
    expect(result.scenarios.map(({ outputs }) => Object.keys(outputs))).toEqual([
      ["jobs", "cost"],
      ["jobs", "cost"],
    ]);
  });

  test("compares files that begin with a byte order mark, or are above 1 MiB together", () => {
    const members = { onboarding: { newSellers: 50_000 } };
    const plain = call("compare", file("a", {}), file("b", members));
    const text = readFileSync(file("b", members), "utf8");
    const [marked, long] = [`${folder}/marked.json`, `${folder}/long.json`];
    writeFileSync(marked, `\uFEFF${text}`);
    writeFileSync(long, text.padEnd(1 << 20));
    expect(plain.status).toBe(0);
    expect(call("compare", file("a", {}), marked)).toEqual(plain);
    expect(call("compare", file("a", {}), long)).toEqual(plain);
  });

  test("names the file of a fault", () => {
    const [a, bad] = [file("a", {}), file("bad", { horizon: 99 })];
    const wrong = call("compare", a, bad);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain(`at /horizon`);
    expect(wrong.stderr).toContain(`(in ${bad})`);
    const apart = call("compare", file("early", { horizon: 3 }), file("late", { startYear: 2034 }));
    expect(apart.status).toBe(2);
    expect(apart.stderr).toBe("error: conflict: the scenarios must report a year in common\n");
    expect(call("compare", a).stderr).toContain("two to four");
    expect(call("compare", a, a, a, a, a).stderr).toContain("too many");
  });

  test("chooses nothing where it is told two things", () => {
    const twice = (...args: string[]) => {
      const { stderr, status } = call(...args);
      expect(status).toBe(2);
      return stderr;
    };
    expect(twice("run", "--draws", "512", "--draws=1024")).toBe("error: usage: --draws is given twice\n");
    expect(twice("evaluate", "--set", "act=0.3", "--set", "act=0.4")).toBe("error: usage: --set act is given twice\n");
    expect(call("evaluate", "--set", "act=0.3", "--set", "m=2e4").status).toBe(0);
    expect(twice("run", "-", "--pack", "-")).toBe("error: usage: standard input can be read only once\n");
    expect(twice("compare", "-", "-")).toBe("error: usage: standard input can be read only once\n");
  });

  test("says which packs there are where a scenario names another", () => {
    const { stdout, status } = call("run", file("elsewhere", { pack: "xx", onboarding: { newSellers: -1 } }));
    expect(status).toBe(2);
    const { errors } = JSON.parse(stdout) as { errors: { message: string }[] };
    expect(errors).toMatchObject([{ code: "unknown_name", path: "/pack" }]);
    expect(errors[0]?.message).toMatch(/^there is no pack "xx" in .*\/packs; it holds pk$/);
  });

  test("refuses options of analyses as the engine does", () => {
    const refused = (...args: string[]) => {
      const { stdout, status } = call(...args);
      expect(status).toBe(2);
      return (JSON.parse(stdout) as { errors: { code: string; path: string }[] }).errors[0];
    };
    expect(refused("sensitivity", "--method", "morris")).toMatchObject({
      code: "unknown_name",
      path: "/method",
    });
    expect(refused("sensitivity", "--year", "2026")).toMatchObject({ path: "/year" });
    expect(refused("sensitivity", "--threshold", "1e8")).toMatchObject({ code: "conflict", path: "/threshold" });
    expect(refused("sensitivity", "--year", "soon")).toMatchObject({ code: "usage" });
    expect(refused("goal")).toMatchObject({ code: "missing_key", path: "/target" });
    expect(refused("goal", "--target", "1e8", "--probability", "0.5,1")).toMatchObject({
      code: "out_of_range",
      path: "/probabilities/1",
    });
  });

  test.each<[string, string, string]>([
    ["--draws=128", "out_of_range", "/draws"],
    ["--draws=-1", "out_of_range", "/draws"],
    ["--draws=2097152", "out_of_range", "/draws"],
    ["--draws=99999999999999999999", "out_of_range", "/draws"],
    ["--draws=-99999999999999999999", "out_of_range", "/draws"],
    ["--draws=300", "not_power_of_two", "/draws"],
    ["--draws=many", "usage", ""],
    ["--seed=-1", "out_of_range", "/seed"],
    ["--seed=9007199254740992", "out_of_range", "/seed"],
    ["--seed=99999999999999999999", "out_of_range", "/seed"],
    ["--seed=abc", "usage", ""],
    ["--seed=1.5", "usage", ""],
    ["--seed=", "usage", ""],
  ])("refuses %s as a scenario would", (option, code, path) => {
    const { stdout, status } = call("run", option);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ errors: [{ code, path }] });
  });

  test("names the nearest number of draws, however far off", () => {
    expect(call("run", "--draws", "99999999999999999999").stderr).toContain("the nearest is 1048576");
    expect(call("run", "--draws", "-99999999999999999999").stderr).toContain("the nearest is 256");
  });

  test("takes what names a pack for a scenario, whatever else it holds", () => {
    for (const key of ["parameters", "baseline"]) {
      const { stdout, status } = call("validate", file(key, { [key]: {} }));
      expect(status).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({ errors: [{ code: "unknown_key", path: `/${key}` }] });
    }
    const pack = fileURLToPath(new URL("public/packs/pk.json", repository));
    expect(call("validate", pack).stdout).toBe('{"valid":"pack"}\n');
  });

  test("checks a programme of the past", () => {
    const india = fileURLToPath(new URL("public/hindcasts/india.json", repository));
    expect(call("validate", india).stdout).toBe('{"valid":"hindcast"}\n');
    const programme = JSON.parse(readFileSync(india, "utf8")) as object;
    const { stdout, status } = call("validate", file("elsewhere", { ...programme, draws: undefined, channel: "mars" }));
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ errors: [{ code: "unknown_name", path: "/channel" }] });
  });

  test("says that a file is too long, not how long it is", () => {
    const path = `${folder}/endless.json`;
    writeFileSync(path, " ".repeat(3 << 20));
    const { stderr, status } = call("validate", path);
    expect(status).toBe(2);
    expect(stderr).toBe("error: too_large: the document is longer than the limit of 1 MiB (1048576 bytes)\n");
  });

  /** What a shell makes of a script in which "$0" is the program. */
  const shell = (script: string) => spawnSync("sh", ["-c", script, program], { encoding: "utf8" });

  test("shows bytes that are no UTF-8 as question marks, and all others as they are", () => {
    const { stderr, status } = shell(String.raw`exec "$0" validate "$(printf 'no\377\303\251\355\240\200\001.json')"`);
    expect(status).toBe(2);
    expect(stderr).toBe("error: unreadable: no?é????.json cannot be read: No such file or directory\n");
  });

  test("says that it was called wrongly also where nobody reads it", () => {
    // The reader has gone when the program writes.
    const { stdout } = shell(`exec 3>&1; { sleep 0.2; "$0" run --draws 2>&1; echo "$?" >&3; } | true`);
    expect(stdout).toBe("2\n");
  });

  // Only Linux holds a process to its address space. Of many threads some may lack memory before one cannot start.
  test.runIf(existsSync("/proc/self/status")).each([
    ["memory", 'ulimit -v 300000; exec "$0" run --draws 1048576 --threads 1', /^error: the memory is used up.*\n$/],
    ["threads", 'ulimit -v 400000; exec "$0" run --draws 256 --threads 256', /^error: (?:the memory|a thread) .*\n$/],
  ])("ends with a line when it lacks %s", (_, script, line) => {
    const { stdout, stderr, status } = shell(script);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(line);
  });

  /** Whether a process has a handler for SIGINT (2), where the system says so; true elsewhere. */
  const catchesInterrupts = (pid: number | undefined): boolean => {
    const status = `/proc/${pid}/status`;
    if (!existsSync("/proc/self/status")) return true;
    const caught = existsSync(status) ? /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(status, "utf8"))?.[1] : undefined;
    return ((BigInt(`0x${caught ?? "0"}`) >> 1n) & 1n) === 1n;
  };

  /** Starts the program, interrupts it when `ready`, and resolves with what came of it. */
  const interrupt = (args: string[], ready: "soon" | "output") =>
    new Promise<{ stdout: string; code: number | null; signal: string | null }>((resolve) => {
      const child = spawn(program, args, { stdio: ["ignore", "pipe", "ignore"] });
      let stdout = "";
      let sent = false;
      const send = () => {
        if (!sent) child.kill("SIGINT");
        sent = true;
      };
      child.stdout.on("data", (data: Buffer) => {
        stdout += data.toString("utf8");
        if (ready === "output" && stdout.length > 1_000_000) send();
      });
      // A busy machine may take long to come as far as its handler.
      const poll = setInterval(() => {
        if (ready === "output" || !catchesInterrupts(child.pid)) return;
        clearInterval(poll);
        setTimeout(send, 100);
      }, 20);
      child.on("close", (code, signal) => {
        clearInterval(poll);
        resolve({ stdout, code, signal });
      });
    });

  test("writes nothing when it is interrupted while it computes", async () => {
    const args = ["run", "--draws", "262144", "--threads", "1"];
    expect(await interrupt(args, "soon")).toEqual({ stdout: "", code: 130, signal: null });
  });

  test("ends with a whole line when it is interrupted while it writes", async () => {
    const { stdout, code } = await interrupt(["samples", "--draws", "1048576"], "output");
    expect(code).toBe(130);
    expect(stdout.endsWith("\r\n")).toBe(true);
    const lines = stdout.trimEnd().split("\r\n");
    const columns = lines[0]?.split(",").length;
    expect(lines.at(-1)?.split(",").length).toBe(columns);
    expect(lines.at(-1)?.split(",")[0]).toBe(String(lines.length - 2));
  });

  /** The most memory that streaming so many draws takes, KiB. */
  const peak = (draws: number) =>
    new Promise<number>((resolve, reject) => {
      const child = spawn(program, ["samples", "--draws", String(draws), "--threads", "2"]);
      let most = 0;
      child.stdout.on("data", () => {
        try {
          const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
          most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
        } catch {
          // It has ended; what it wrote is still being read.
        }
      });
      child.on("close", (code) => (code === 0 ? resolve(most) : reject(new Error(`exit ${code}`))));
    });

  test.runIf(existsSync("/proc/self/status"))("streams draws in constant memory", async () => {
    const few = await peak(8192);
    const many = await peak(65_536);
    expect(few).toBeGreaterThan(1000);
    // Eight times as many draws; as a table they would take 250 MiB more.
    expect(many - few).toBeLessThan(16 * 1024);
  });

  const testData = (path: string): string => fileURLToPath(new URL(`tests/data/${path}`, repository));
  const fair = testData("hindcasts/mini.json");
  const ofMini = ["--pack", testData("packs/mini.json")];

  interface Backtests {
    programmes: { id: string; model: { pack: string; seed: number; draws: number } }[];
  }

  test("tests priors on a programme by its name, by its path, and on all there are", () => {
    const india = call("hindcast", "india", "--draws", "512", "--seed", "9");
    expect(india).toMatchObject({ status: 0, stderr: "" });
    const { programmes } = JSON.parse(india.stdout) as Backtests;
    expect(programmes).toHaveLength(1);
    expect(programmes[0]).toMatchObject({ id: "india", model: { pack: "pk", seed: 9, draws: 512 } });
    const path = fileURLToPath(new URL("public/hindcasts/india.json", repository));
    expect(call("hindcast", path, "--draws", "512", "--seed", "9")).toEqual(india);
    const all = call("hindcast", "--draws", "512", "--seed", "9");
    const ids = (JSON.parse(all.stdout) as Backtests).programmes.map(({ id }) => id);
    expect(ids).toContain("india");
    expect(ids).toEqual([...ids].sort());
  });

  test("tests priors with any number of threads, on those of another pack too", () => {
    const [one, seven] = ["1", "7"].map((threads) => call("hindcast", fair, ...ofMini, "--threads", threads));
    expect(one).toMatchObject({ status: 0, stderr: "" });
    expect(seven).toEqual(one);
    expect(JSON.parse(one?.stdout ?? "")).toMatchObject({ programmes: [{ id: "mini-fair", model: { pack: "mini" } }] });
  });

  test("finds programmes beside the packs", () => {
    mkdirSync(`${folder}/hindcasts`);
    mkdirSync(`${folder}/packs`);
    const text = readFileSync(fair, "utf8");
    for (const name of ["b", "a"]) {
      writeFileSync(`${folder}/hindcasts/${name}.json`, text.replace("mini-fair", name));
    }
    writeFileSync(`${folder}/packs/mini.json`, readFileSync(testData("packs/mini.json")));
    const env = { ...process.env, EXPORT_POTENTIAL_PACKS: `${folder}/packs` };
    const both = spawnSync(program, ["hindcast", "--draws", "256"], { encoding: "utf8", env });
    expect((JSON.parse(both.stdout) as Backtests).programmes.map(({ id }) => id)).toEqual(["a", "b"]);
    const wrong = spawnSync(program, ["hindcast", "c"], { encoding: "utf8", env });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('"c" is neither a programme nor a file; there is a, b in');
    rmSync(`${folder}/hindcasts`, { recursive: true });
    const none = spawnSync(program, ["hindcast"], { encoding: "utf8", env });
    expect(none.status).toBe(2);
    expect(none.stderr).toContain("there is no programme in");
  });

  test("refuses a programme that there is not, and names the file of a fault", () => {
    const unknown = call("hindcast", "atlantis");
    expect(unknown.status).toBe(2);
    expect((JSON.parse(unknown.stdout) as { errors: object[] }).errors).toMatchObject([{ code: "usage", path: "" }]);
    expect(unknown.stderr).toContain("india");
    const bad = `${folder}/bad-programme.json`;
    writeFileSync(bad, readFileSync(fair, "utf8").replace('"2013-12",', '"2013-11",'));
    const faulty = call("hindcast", bad, ...ofMini);
    expect(faulty.status).toBe(2);
    expect((JSON.parse(faulty.stdout) as { errors: object[] }).errors).toMatchObject([
      { code: "conflict", path: "/split" },
    ]);
    expect(faulty.stderr).toContain(`(in ${bad})`);
    expect(call("hindcast", fair, fair).stderr).toContain("one file too many");
    expect(call("hindcast", "--format", "csv").stderr).toContain("hindcast writes json");
  });
});
