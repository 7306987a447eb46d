import { rename } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** Bundles the thread that draws, as a start of the app does, for tests that run without one. */
export async function bundleThread(): Promise<void> {
  const outfile = join(process.cwd(), ".build", "pdf.mjs");
  const own = `${outfile}.${process.pid}`;
  await build({
    entryPoints: [join(process.cwd(), "lib", "pdf", "thread.ts")],
    outfile: own,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    logLevel: "warning",
  });
  await rename(own, outfile);
}
