import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { SetupProblem } from "../setupProblem.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const cache = resolve(import.meta.dirname, "../../.cache/chromium");
const unpacked = join(cache, "chromium");

/** The browser for the tests: one that is there, or Debian's, installed now. */
export function findChromium(): string {
  const there = process.env.CHROMIUM_PATH || installed() || (isProgram(unpacked) ? unpacked : undefined);
  if (there) return there;
  if (process.platform === "linux" && existsSync("/usr/bin/apt-get")) {
    console.log("Fetching Chromium from Debian's packages …");
    const fetched = process.getuid?.() === 0 ? install() : unpack();
    if (fetched) return fetched;
  }
  throw new SetupProblem("No Chromium for the browser tests: install it, or name one in CHROMIUM_PATH.");
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).concat("/usr/bin");
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .concat(elsewhere)
    .find(isProgram);
}

function install(): string | undefined {
  const choices = ["install", "--yes", "--no-install-recommends", "chromium"];
  if (!apt(...choices)) {
    apt("update");
    apt(...choices);
  }
  return installed();
}

/** Without root's rights the packages are fetched and laid out in a folder of our own. */
function unpack(): string | undefined {
  const root = join(cache, "root");
  rmSync(cache, { recursive: true, force: true });
  for (const folder of ["lists/partial", "archives/partial", "debs", "root"]) {
    mkdirSync(join(cache, folder), { recursive: true });
  }
  const own = ["-o", `Dir::State::lists=${join(cache, "lists")}`, "-o", `Dir::Cache=${cache}`];
  if (!apt(...own, "update") || !apt(...own, "download", ...missingPackages(own))) return undefined;
  for (const deb of readdirSync(join(cache, "debs"))) {
    spawnSync("dpkg", ["-x", join(cache, "debs", deb), root], { stdio: "inherit" });
  }
  for (const folder of ["lists", "debs", "archives"]) rmSync(join(cache, folder), { recursive: true });
  writeFileSync(unpacked, wrapper(root), { mode: 0o755 });
  return isProgram(join(root, "usr/lib/chromium/chromium")) ? unpacked : undefined;
}

/** Chromium and what it needs that this machine lacks, by a dry run. */
function missingPackages(own: string[]): string[] {
  const words = [...own, "install", "--simulate", "--no-install-recommends", "chromium"];
  const { stdout } = spawnSync("apt-get", words, { encoding: "utf8" });
  const names = [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, name = ""]) => name);
  return names.length > 0 ? names : ["chromium", "chromium-common"];
}

function wrapper(root: string): string {
  const libraries = ["usr/lib", "lib"].flatMap((lib) => [
    join(root, lib),
    ...["x86_64-linux-gnu", "aarch64-linux-gnu"].map((machine) => join(root, lib, machine)),
  ]);
  return [
    "#!/bin/sh",
    `export LD_LIBRARY_PATH="${libraries.join(":")}"`,
    `[ -d /etc/fonts ] || export FONTCONFIG_PATH="${join(root, "etc/fonts")}"`,
    `exec "${join(root, "usr/lib/chromium/chromium")}" "$@"`,
    "",
  ].join("\n");
}

function apt(...words: string[]): boolean {
  const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status } = spawnSync("apt-get", ["-qq", ...words], {
    stdio: ["ignore", "ignore", "inherit"],
    env: quiet,
    cwd: existsSync(join(cache, "debs")) ? join(cache, "debs") : undefined,
  });
  return status === 0;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
