// Plain JavaScript that Node 14 can read, so that an old Node is told in one line: it brings the packages, and with them the Node
// we run on.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { helpFor } from "./help.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const version = Number(process.versions.node.split(".")[0]);

/** Installs what is missing and runs `program` (a TypeScript file in this folder) on Node 24. */
export function handOver(program) {
  process.chdir(root);
  const help = helpFor(program, process.argv.slice(2));
  if (help) return console.log(help);
  if (version < 20) fail(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
  if (!isInstalled()) install();
  const script = join(root, "bin", program);
  // What was compiled once is found again, by threads too: all of it starts sooner.
  if (!process.env.NODE_COMPILE_CACHE) process.env.NODE_COMPILE_CACHE = join(root, ".cache", "compiled");
  if (version >= 24) return import(pathToFileURL(script).href);
  return runOn(packedNode(), script);
}

/** True when every package of the lock is there in that version; optional ones may be for other machines. */
function isInstalled() {
  const there = packagesIn("node_modules/.package-lock.json");
  return Object.entries(packagesIn("package-lock.json")).every(
    ([path, { version, optional }]) =>
      path === "" || (there[path] ? there[path].version === version : Boolean(optional)),
  );
}

function packagesIn(lock) {
  const file = join(root, lock);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/**
 * Exactly what the lock says. A registry may lack optional packages for other machines, which stops `npm ci`;
 * `npm install` without saving then gives the same versions.
 */
function install() {
  console.error("Installing packages; this takes a minute …");
  const strict = npm("ci");
  if (strict.status === 0) return;
  const lockIncomplete = /EUSAGE/.test(strict.stderr);
  if (!lockIncomplete) console.error(strict.stderr);
  const ok = lockIncomplete && npm("install", "--no-save").status === 0;
  if (!ok) fail("The packages could not be installed; npm says why above.");
}

function npm(...words) {
  const cli = process.env.npm_execpath || "";
  const [command, first] = cli.endsWith("npm-cli.js") ? [process.execPath, [cli]] : ["npm", []];
  const choices = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  return spawnSync(command, [...first, ...words, ...choices], {
    stdio: ["ignore", "ignore", words[0] === "ci" ? "pipe" : "inherit"],
    encoding: "utf8",
    shell: command === "npm" && process.platform === "win32",
  });
}

function packedNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = process.platform === "win32" ? "node.exe" : "node";
  const node = join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", name);
  if (existsSync(node)) return node;
  return fail(`No Node 24 is packed for ${process.platform}-${process.arch}: install Node 24 yourself.`);
}

/** Waits for the program and leaves as it left. The open channel tells it when we are killed. */
function runOn(node, script) {
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      PATH: `${dirname(node)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`,
    },
  });
  process.on("SIGINT", () => {}); // Ctrl-C reaches the program by itself.
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`Node 24 does not start: ${error.message}`));
  child.on("exit", (code) => process.exit(code === null ? 1 : code));
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
