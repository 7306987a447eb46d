import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { openBrowser } from "../kit/browser";

const FILES = {
  "package.json": `{ "name": "bare", "private": true, "type": "module" }`,
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(resolve("."))} } };`,
  "app/layout.jsx": `export default ({ children }) => <html lang="de"><body>{children}</body></html>;`,
  "app/page.jsx": `"use client";
import { useState } from "react";
export default function Page() {
  const [name, setName] = useState("");
  return <form method="post" action="/"><input name="name" value={name} onChange={(e) => setName(e.target.value)} /><button>OK</button></form>;
}`,
};

const next = resolve("node_modules/next/dist/bin/next");
const environment = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (!address || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function answers(base: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + 60_000;
  while (performance.now() < until && child.exitCode === null) {
    const browser = openBrowser(base, "10.0.0.1");
    const status = await browser.get("/").then(
      (reply) => reply.status,
      () => 0,
    );
    browser.close();
    if (status === 200) return;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error("the bare Next page did not start");
}

/** The floor: the smallest Next page with one form, built and started with the same Next. Takes about a minute. */
export async function startBareNext(): Promise<{ base: string; close: () => Promise<unknown> }> {
  const folder = resolve(".build/bench-bare-next");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app"), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  execFileSync(process.execPath, [next, "build"], { cwd: folder, env: environment, stdio: "pipe" });
  const port = await freePort();
  const child = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: folder,
    env: environment,
    stdio: "ignore",
  });
  const base = `http://localhost:${port}`;
  await answers(base, child);
  const close = () => {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    return gone;
  };
  return { base, close };
}
