import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gateRules, refusal } from "./gate";

const rules = gateRules({ publicOrigin: undefined, port: 3000, bodyLimit: 1000, fileLimit: 9000 });

/** What takes files, by its name in `auth/`: a door of one file, or how a form keeps several. */
const TAKER = /export const (\w+)(?:: FilesOfForm\b| = fileDoor\()/g;
const takers = globSync("auth/*.ts").flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(TAKER)].map((found) => found[1] ?? ""),
);
/** The names alone would miss a route that makes its own of them. */
const TAKES = new RegExp(`\\b(?:${[...takers, "fileDoor", "FilesOfForm"].join("|")})\\b`);

const routes = globSync("app/api/**/route.ts").map((file) => ({
  target: file
    .replace(/^app/, "")
    .replace(/\/route\.ts$/, "")
    .replace(/\[(\w+)\]/g, "$1_1"),
  takesFiles: TAKES.test(readFileSync(file, "utf8")),
}));

const letsFilesIn = (target: string) =>
  refusal(
    {
      method: "POST",
      target,
      host: "localhost:3000",
      hasManyHosts: false,
      origin: "http://localhost:3000",
      contentLength: "9000",
      contentType: "multipart/form-data; boundary=x",
      isChunked: false,
    },
    rules,
  ) === undefined;

describe("the gate and the doors behind it", () => {
  it("agree which of them take files: what is refused before it, no door can answer in its own words", () => {
    const those = (holds: (route: (typeof routes)[number]) => boolean) =>
      routes
        .filter(holds)
        .map(({ target }) => target)
        .toSorted();
    expect(those(({ target }) => letsFilesIn(target))).toEqual(those(({ takesFiles }) => takesFiles));
  });

  it("are found at all", () => {
    expect(takers.length).toBeGreaterThan(5);
    expect(routes.filter(({ takesFiles }) => takesFiles).length).toBeGreaterThan(5);
  });
});
