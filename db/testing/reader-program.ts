import { resolve } from "node:path";

/** The thread that reads calendars as the stack bundles it, under a name of its own; the path of the result. */
export async function readerProgram(name: string): Promise<string> {
  const { build } = await import("esbuild");
  const outfile = resolve(`.build/calendar-reader-of-${name}.mjs`);
  await build({
    stdin: {
      contents: 'import { main } from "./lib/ics/reading/program"; main();',
      resolveDir: resolve("."),
      sourcefile: `calendar-reader-of-${name}.ts`,
      loader: "ts",
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  return outfile;
}
