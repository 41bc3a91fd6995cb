import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

const kScope = "https://example.org/";
const kName = `export-potential ${kScope} new`;
const kPage = `${kScope}index.html`;
const kFile = `${kScope}assets/page-0a1b2c3d.js`;
const kFont = `${kScope}assets/font-0a1b2c3d.woff2`;

type Handler = (event: object) => void;

/** The storage of a browser: addresses and texts by the names of caches. There is no room for addresses that are `full`. */
class MockCaches {
  readonly held = new Map<string, Map<string, string>>();
  readonly full = new Set<string>();

  open(name: string): Promise<object> {
    const files = this.held.get(name) ?? new Map<string, string>();
    this.held.set(name, files);
    return Promise.resolve({
      match: (url: string) => this.match(url, { cacheName: name }),
      put: async (url: string, response: Response) => {
        const text = await response.text();
        if (this.full.has(url)) throw new DOMException("Quota exceeded.", "QuotaExceededError");
        files.set(url, text);
      },
    });
  }

  match(url: string, { cacheName }: { readonly cacheName: string }): Promise<Response | undefined> {
    const text = this.held.get(cacheName)?.get(url);
    return Promise.resolve(text === undefined ? undefined : new Response(text));
  }

  has(name: string): Promise<boolean> {
    return Promise.resolve(this.held.has(name));
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.held.delete(name));
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.held.keys()]);
  }
}

describe("the service worker", () => {
  const handlers: Record<string, Handler> = {};
  let caches = new MockCaches();
  const fetched = vi.fn<(request: Request) => Promise<Response>>();

  beforeAll(async () => {
    vi.stubGlobal("addEventListener", (type: string, handler: Handler) => (handlers[type] = handler));
    vi.stubGlobal("registration", { scope: kScope });
    vi.stubGlobal("kPrecache", ["index.html", "assets/page-0a1b2c3d.js"]);
    vi.stubGlobal("kVersion", "new");
    vi.stubGlobal("fetch", fetched);
    await import("./service_worker.ts");
  });
  beforeEach(() => {
    vi.stubGlobal("caches", (caches = new MockCaches()));
    fetched.mockReset();
    fetched.mockImplementation(({ url }) => Promise.resolve(new Response(`${url} of the server`)));
  });
  afterAll(() => void vi.unstubAllGlobals());

  /** Tells the worker of an event; resolves, or rejects, with all that the worker has to do for it. */
  const tell = (type: string, facts: object = {}): Promise<unknown> => {
    const work: Promise<unknown>[] = [];
    handlers[type]?.({ ...facts, waitUntil: (one: Promise<unknown>) => void work.push(one) });
    return Promise.all(work);
  };
  /** What the worker answers to a request; all that it does beside that is done then, and has not failed. */
  const answerTo = async (url: string): Promise<string> => {
    let answer: Promise<Response> | undefined;
    const beside: Promise<unknown>[] = [];
    handlers["fetch"]?.({
      request: new Request(url),
      respondWith: (response: Promise<Response>) => (answer = response),
      waitUntil: (one: Promise<unknown>) => void beside.push(one),
    });
    const text = (await (await answer)?.text()) ?? "";
    await Promise.all(beside);
    return text;
  };
  const files = (): string[] => [...(caches.held.get(kName)?.keys() ?? [])];

  it("gives a file to the page that asks for it, whether or not there is room to keep it", async () => {
    caches.full.add(kFile);
    expect(await answerTo(kFile)).toBe(`${kFile} of the server`);
    expect(files()).toEqual([]);
    caches.full.clear();
    expect(await answerTo(kFile)).toBe(`${kFile} of the server`);
    expect(files()).toEqual([kFile]);
    fetched.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await answerTo(kFile)).toBe(`${kFile} of the server`);
  });

  it("asks the server where the browser cannot say what is kept", async () => {
    const refuse = (): Promise<never> => Promise.reject(new DOMException("", "UnknownError"));
    vi.stubGlobal("caches", { open: refuse, match: refuse });
    for (const url of [kFile, kPage]) expect(await answerTo(url)).toBe(`${url} of the server`);
  });

  it("keeps of the files that a page loaded all those that there is room for", async () => {
    caches.full.add(kFont);
    await tell("message", { data: { type: "keep", urls: [kFont, kFile] } });
    expect(files()).toEqual([kFile]);
  });

  it("leaves nothing of a version that it could not keep whole, and all of what was there before", async () => {
    caches.full.add(kPage);
    await expect(tell("install")).rejects.toThrow("Quota exceeded.");
    expect([...caches.held.keys()]).toEqual([]);

    // Another program of the worker for the same files.
    await (await caches.open(kName) as Cache).put(kFile, new Response("kept"));
    await expect(tell("install")).rejects.toThrow("Quota exceeded.");
    expect(files()).toEqual([kFile]);
    caches.full.clear();
    await tell("install");
    expect(files().sort()).toEqual([kFile, kPage]);
  });

  it("forgets its older versions when it takes over, and nothing of others on the same host", async () => {
    const names = [`export-potential ${kScope} old`, kName, `export-potential ${kScope}other/ old`, "tiles"];
    for (const name of names) await caches.open(name);
    await tell("activate");
    expect([...caches.held.keys()]).toEqual(names.slice(1));
  });

  it("asks the server anew for what has no hash in its name", async () => {
    await tell("install");
    expect(fetched.mock.calls.map(([{ url, cache }]) => [url, cache]).toSorted(([one = ""], [other = ""]) => one.localeCompare(other))).toEqual([
      [kFile, "default"],
      [kPage, "no-cache"],
    ]);
  });

  it("keeps of what a page loaded only files of the site that never change", async () => {
    await tell("message", { data: { type: "keep", urls: [kPage, `${kScope}packs/pk.json`, "https://example.com/assets/page-0a1b2c3d.js", kFile] } });
    expect(files()).toEqual([kFile]);
  });

  it("keeps no answer that says that there is no such file", async () => {
    fetched.mockResolvedValue(new Response("404", { status: 404 }));
    expect(await answerTo(kFile)).toBe("404");
    expect(files()).toEqual([]);
  });

  it("shows the page that is kept where the network, or what stands before the server, fails", async () => {
    await tell("install");
    fetched.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await answerTo(kPage)).toBe(`${kPage} of the server`);
    for (const [status, shown] of [
      [500, `${kPage} of the server`],
      [503, `${kPage} of the server`],
      [404, "404"],
      [200, "200"],
    ] as const) {
      fetched.mockResolvedValue(new Response(String(status), { status }));
      expect(await answerTo(kPage)).toBe(shown);
    }
    fetched.mockResolvedValue(new Response("503", { status: 503 }));
    expect(await answerTo(`${kScope}other.html`)).toBe("503");
  });
});
