import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runGo } from "./go-command.mjs";
import { goProgress } from "./go-progress.mjs";
import { buildLivekit } from "./livekit-build.mjs";
import { firstWayThatWorks } from "./livekit-ways.mjs";

const interrupted = new Error("interrupted");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-test-"));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe("how far Go is", () => {
  const after = (lines: readonly string[], total?: number) => {
    const progress = goProgress();
    progress.expect(total);
    for (const line of lines) progress.count(line);
    return progress.text();
  };
  const fetched = [
    "go: downloading github.com/pion/ice/v4 v4.2.7",
    "go: downloading go.uber.org/zap v1.28.0",
  ];
  const compiled = ["internal/goarch", "vendor/golang.org/x/net/dns/dnsmessage", "gopkg.in/yaml.v3"];

  it.each([
    ["modules, while nothing is compiled", fetched, 900, "2 modules fetched"],
    ["packages of all", [...fetched, ...compiled], 900, "3 of at most 900 packages compiled"],
    ["packages alone when nobody knows how many", compiled, undefined, "3 packages compiled"],
    ["one package", ["unicode/utf8"], undefined, "1 package compiled"],
  ])("is told in %s", (_what, lines, total, text) => {
    expect(after(lines, total)).toBe(text);
  });

  it.each([
    "# github.com/livekit/livekit-server/pkg/rtc",
    "pkg/rtc/room.go:10:2: undefined: x",
    "go: github.com/x/y@v1.0.0: no answer",
    "",
  ])("leaves %j for a person to read", (line) => {
    const progress = goProgress();
    expect(progress.count(line)).toBe(false);
    expect(progress.text()).toBe("0 modules fetched");
  });
});

describe("a run of Go", () => {
  const node = (script: string, signal: AbortSignal, onLine: (line: string) => void) =>
    runGo(process.execPath, ["-e", script], { signal, onLine });

  it("hands over its lines, its output and its exit code", async () => {
    const lines: string[] = [];
    const script = "console.log('out'); console.error('one'); console.error('two'); process.exitCode = 3";
    const result = await node(script, new AbortController().signal, (line) => lines.push(line));
    expect(result).toEqual({ code: 3, output: "out\n" });
    expect(lines).toEqual(["one", "two"]);
  });

  it("is ended by an interrupt together with what it runs itself", async () => {
    const stay = "console.error('up'); setInterval(() => undefined, 60_000)";
    // The grandchild holds our pipe: as long as it lives, the run is not over.
    const script = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(stay)}], { stdio: "inherit" })`;
    const control = new AbortController();
    await expect(node(script, control.signal, () => control.abort(interrupted))).rejects.toBe(interrupted);
  });
});

describe("the ways to a livekit-server", () => {
  const wanted = { version: "1.13.5", target: "livekit-server" };
  const works = () => true;
  const failing = { name: "first", hint: "takes minutes", get: () => Promise.reject(new Error("no")) };

  it("are tried one after the other, and that it takes minutes is said once", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const second = { name: "second", hint: "takes minutes", get: () => Promise.resolve() };
    const { signal } = new AbortController();
    expect(await firstWayThatWorks({ ways: [failing, second], wanted, works, signal })).toBe("second");
    const said = log.mock.calls.map(([line]) => String(line));
    expect(said.filter((line) => line.includes("takes minutes"))).toHaveLength(1);
    expect(said.filter((line) => line.includes("not by first: no"))).toHaveLength(1);
  });

  it("end with an interrupt: no other is asked, and it is not called a failure", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const control = new AbortController();
    const next = vi.fn(() => Promise.resolve());
    const stopped = () => {
      control.abort(interrupted);
      return Promise.reject(new Error("go install failed"));
    };
    const ways = [
      { name: "first", get: stopped },
      { name: "second", get: next },
    ];
    const search = firstWayThatWorks({ ways, wanted, works, signal: control.signal });
    await expect(search).rejects.toBe(interrupted);
    expect(next).not.toHaveBeenCalled();
    expect(log.mock.calls.flat().join("\n")).not.toContain("not by");
  });
});

describe.skipIf(process.platform === "win32")("a build", () => {
  /** A program that answers like Go, and in whose place nothing has to be fetched or compiled. */
  const goThat = (install: string) => {
    const go = join(folder, "go");
    const answers = `
      const { writeFileSync } = require("node:fs");
      const [, , verb] = process.argv;
      const { GOTMPDIR, GOBIN } = process.env;
      if (verb === "mod") console.log(JSON.stringify({ Dir: process.cwd() }));
      if (verb === "list") console.log("unsafe\\nfmt\\nexample.org/server");
      if (verb === "install") { writeFileSync(GOTMPDIR + "/half", ""); console.error("fmt"); ${install} }`;
    writeFileSync(go, `#!${process.execPath}\n${answers}`, { mode: 0o755 });
    return go;
  };
  const cache = () => join(folder, "cache");
  const build = (go: string, signal: AbortSignal, note: (text: string) => void) =>
    buildLivekit({ version: "1.13.5", target: join(cache(), "livekit-server"), go, signal, note });

  it("leaves its program and nothing else, and tells how far it is", async () => {
    const go = goThat(
      'require("node:fs").mkdirSync(GOBIN, { recursive: true }); writeFileSync(GOBIN + "/server", "made");',
    );
    const notes: string[] = [];
    await build(go, new AbortController().signal, (text) => notes.push(text));
    expect(notes).toEqual(["1 of at most 3 packages compiled"]);
    expect(readdirSync(cache())).toEqual(["livekit-server"]);
    expect(readFileSync(join(cache(), "livekit-server"), "utf8")).toBe("made");
  });

  it.each([
    ["a failure", "process.exitCode = 1;", false, "go install failed"],
    ["an interrupt", "setInterval(() => undefined, 60_000);", true, "interrupted"],
  ])("leaves nothing after %s", async (_what, install, stops, message) => {
    const control = new AbortController();
    const note = () => (stops ? control.abort(interrupted) : undefined);
    await expect(build(goThat(install), control.signal, note)).rejects.toThrow(message);
    expect(readdirSync(cache())).toEqual([]);
  });
});
