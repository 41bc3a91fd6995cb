import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError, capture, findCommand, step } from "../command.mjs";
import { writeWhole } from "../fingerprint.mjs";
import { cacheFolder, inRepository } from "../paths.mjs";
import { asRoot } from "./packages.mjs";
import { emccVersion, emscriptenFloor } from "./toolchain.mjs";
import { isAtLeast } from "./version.mjs";

/** @typedef {import("./machine.mjs").Machine} Machine */

/** A change of the recipe or of the wrappers makes a new root: count this up. */
const recipe = 1;
const suite = "trixie";
const packages = ["emscripten", "libhwy-dev", "nlohmann-json3-dev", "libgtest-dev"];
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** Large folders that no build reads. */
const unused = [
  "usr/share/doc",
  "usr/share/emscripten/docs",
  "usr/share/emscripten/test",
  "usr/share/info",
  "usr/share/locale",
  "usr/share/man",
  "var/cache/apt",
  "var/lib/apt/lists",
];

/** Emscripten's programs that CMake and its toolchain file call. */
const programs = ["emcc", "em++", "emar", "emranlib", "emnm", "em-config"];

const folder = join(cacheFolder, `emscripten-${suite}-${recipe}`);
/** The files of the root. */
export const privateRoot = join(folder, "root");
/** Looks like an installed Emscripten: wrappers that run the programs in the root, and its CMake files. */
export const privateEmscripten = join(folder, "emscripten");
const completeFile = join(folder, "complete");

/**
 * The mirror that this machine's apt takes Debian from.
 * @param {Machine} machine
 */
function configuredMirror(machine) {
  const standard = "http://deb.debian.org/debian";
  const { id, codename } = machine.distribution();
  if (id !== "debian") return standard;
  const format = "$(REPO_URI) $(RELEASE) $(COMPONENT)";
  const targets = capture("apt-get", ["indextargets", "--format", format, "Created-By: Packages"]);
  for (const line of targets.stdout.split("\n")) {
    const [uri = "", release, component] = line.split(" ");
    if (release === codename && component === "main" && /^(https?|file):/.test(uri)) return uri;
  }
  return standard;
}

/** The environment inside the root: nothing of this machine but its proxies. */
function rootEnvironment() {
  const proxies = Object.entries(process.env).filter(([name]) => /^(https?|no)_proxy$/i.test(name));
  const configured = capture("apt-config", ["dump", "--format", "%v", "Acquire::http::Proxy"]).stdout;
  return {
    ...(configured.trim() ? { http_proxy: configured.trim() } : {}),
    ...Object.fromEntries(proxies),
    PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
    LC_ALL: "C",
    DEBIAN_FRONTEND: "noninteractive",
  };
}

/**
 * @param {readonly string[]} prefix words that make a command run as root
 * @param {readonly string[]} words
 * @returns {[string, string[]]} command and arguments, with the environment of the root
 */
function rootCommand(prefix, words) {
  const environment = Object.entries(rootEnvironment()).map(([name, value]) => `${name}=${value}`);
  const [command = "", ...rest] = [...prefix, "env", "-i", ...environment, ...words];
  return [command, rest];
}

/** What root runs to fill the cache of this user: root's own environment has another. */
const commandForRoot = () =>
  `sudo env XDG_CACHE_HOME='${dirname(cacheFolder)}' ` +
  `'${process.execPath}' '${inRepository("tools", "setup.mjs")}' --compiler`;

/** @param {readonly string[]} prefix @param {string} path */
async function removeTree(prefix, path) {
  if (!existsSync(path)) return;
  // debootstrap may have been killed with a file system mounted in there.
  const words = [...prefix, "rm", "-rf", "--one-file-system", path];
  const [command = "", ...rest] = words;
  await step(`Removing ${path}…`, command, rest);
}

/**
 * How a program of the root runs: all paths are this machine's, only /usr and /etc are the root's.
 * @param {string} root
 * @returns {string} shell words, to be followed by the program
 */
function chooseRunner(root) {
  const runners = [
    `bwrap --die-with-parent --dev-bind / / --ro-bind '${root}/usr' /usr --ro-bind '${root}/etc' /etc`,
    `unshare --mount sh -c 'mount --bind "${root}/etc" /etc && ` +
      `mount --bind "${root}/usr" /usr && exec "$0" "$@"'`,
  ];
  const runner = runners.find((words) => capture("sh", ["-c", `${words} /usr/bin/emcc --version`]).ok);
  if (runner === undefined) {
    throw new UserError(
      "Neither bubblewrap nor root may mount file systems here, so the compiler in\n" +
        `${root} cannot run. Allow user namespaces, for example with\n\n` +
        "    sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0\n\n" +
        "or put an emcc of your own on PATH.",
    );
  }
  return runner;
}

/** Writes the folder that stands for an installed Emscripten. */
function writeWrappers() {
  const runner = chooseRunner(privateRoot);
  cpSync(join(privateRoot, "usr/share/emscripten/cmake"), join(privateEmscripten, "cmake"), {
    recursive: true,
  });
  // The root's own Python and Node: those of the machine may be other versions, or slow wrappers.
  const environment = "unset NODE_EXTRA_CA_CERTS\nPATH=/usr/bin:/bin\nexport PATH\n";
  for (const program of programs) {
    const path = join(privateEmscripten, program);
    writeWhole(path, `#!/bin/sh\n${environment}exec ${runner} /usr/bin/${program} "$@"\n`);
    chmodSync(path, 0o755);
  }
}

/** The version of the root's Emscripten, as the wrappers tell; empty where they do not run. */
function wrappedVersion() {
  const emcc = join(privateEmscripten, "emcc");
  return existsSync(emcc) ? emccVersion(capture(emcc, ["--version"]).stdout) : "";
}

/**
 * @param {Machine} machine
 * @param {readonly string[]} prefix
 * @param {string} root
 */
async function install(machine, prefix, root) {
  const mirror = configuredMirror(machine);
  const debootstrap = findCommand("debootstrap") ?? "/usr/sbin/debootstrap";
  // In a mount name space of its own, what debootstrap mounts goes away with it.
  const unshare = capture("unshare", ["--mount", "true"]).ok || prefix.length > 0;
  const options = ["--variant=minbase"];
  if (existsSync(keyring)) options.push(`--keyring=${keyring}`);
  if (mirror.startsWith("https:")) options.push("--include=ca-certificates");
  const words = [...(unshare ? ["unshare", "--mount"] : []), debootstrap, ...options];
  await step(
    `Making a private Debian root for the compiler (once; ${folder})…`,
    ...rootCommand(prefix, [...words, suite, root, mirror]),
  );
  const apt = ["apt-get", "install", "-y", "--no-install-recommends", ...packages];
  await step(
    "Installing Emscripten in the private root (about 250 MB to download)…",
    ...rootCommand(prefix, ["chroot", root, ...apt]),
  );
  const paths = unused.map((path) => join(root, path));
  const [command = "", ...rest] = [...prefix, "rm", "-rf", "--one-file-system", ...paths];
  await step("Removing documentation from the private root…", command, rest);
}

/**
 * Makes the private root unless a complete one is there. The caller holds the lock of the cache.
 * @param {Machine} machine
 */
export async function makePrivateRoot(machine) {
  if (!existsSync(completeFile)) {
    const prefix = asRoot(machine);
    if (prefix === undefined) {
      throw new UserError(
        `Installing the compiler into ${folder} needs root once. Let root do it and start again:\n\n` +
          `    ${commandForRoot()}\n\n` +
          `or put emcc ${emscriptenFloor} or newer on PATH.\n`,
      );
    }
    const partial = `${folder}.partial`;
    await removeTree(prefix, partial);
    await removeTree(prefix, folder);
    mkdirSync(partial, { recursive: true });
    await install(machine, prefix, join(partial, "root"));
    renameSync(partial, folder);
  }
  // Where they do not run, for lack of them or because the machine allows something else now. They
  // may be root's, and then stay as they are.
  if (wrappedVersion() === "") writeWrappers();
  const version = wrappedVersion();
  if (!isAtLeast(version, emscriptenFloor)) {
    throw new UserError(`The private root has Emscripten ${version}; ${emscriptenFloor} is needed.`);
  }
  writeWhole(completeFile, `${version}\n`);
}

/** @returns {boolean} whether the root can be used without doing anything */
export function privateRootIsComplete() {
  return existsSync(completeFile) && readFileSync(completeFile, "utf8").trim() !== "";
}

/**
 * Removes all that set-up has put into the cache.
 * @param {Machine} machine
 */
export async function removeCache(machine) {
  if (!existsSync(cacheFolder)) return;
  try {
    rmSync(cacheFolder, { recursive: true });
  } catch {
    await removeTree(asRoot(machine) ?? [], cacheFolder);
  }
}
