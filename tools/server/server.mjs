import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import sirv from "sirv";
import { UserError } from "../command.mjs";
import { responseHeaders } from "./headers.mjs";

/** @typedef {import("node:net").AddressInfo} AddressInfo */

/** A page of those that visitors go to, and one of those for frames: all others begin with the script of one of them. */
const pagesWithScripts = ["index.html", "embed/en.html"];

/**
 * What allows the scripts within the pages of a site: their hashes, which the pages name themselves.
 * @param {string} folder
 * @returns {string[]}
 */
function ownScripts(folder) {
  const pages = pagesWithScripts.map((name) => `${folder}/${name}`).filter((page) => existsSync(page));
  return pages.flatMap((page) => /'sha256-[^']+'/.exec(readFileSync(page, "utf8"))?.[0] ?? []);
}

/**
 * What a folder shows where it has no file of a name: its page for that, which hosts look for under this name too.
 * @param {string} folder
 * @returns {{ type: string, body: string | Buffer }}
 */
function missing(folder) {
  const page = `${folder}/404.html`;
  return existsSync(page) ? { type: "text/html", body: readFileSync(page) } : { type: "text/plain", body: "Not found\n" };
}

/**
 * Serves a folder of static files to this machine.
 * @param {string} folder
 * @param {number} port 0 picks a free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} resolves once it listens
 */
export async function serve(folder, port) {
  // dev: looks at the folder for every request, so a rebuild shows without a restart. brotli: sends
  // FILE.br in the place of FILE where there is one.
  const files = sirv(folder, { dev: true, etag: true, brotli: true });
  let origin = "";
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(responseHeaders(origin, ownScripts(folder)))) response.setHeader(name, value);
    files(request, response, () => {
      const { type, body } = missing(folder);
      response.writeHead(404, { "Content-Type": `${type}; charset=utf-8` }).end(body);
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      const busy = `Port ${port} is in use. Choose another: PORT=8081 npm start (PORT=0: any free one).`;
      reject(error.code === "EADDRINUSE" ? new UserError(busy) : error);
    });
    server.listen(port, () => resolve(undefined));
  });
  const { port: actual } = /** @type {AddressInfo} */ (server.address());
  origin = `http://localhost:${actual}`;
  return {
    url: origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
