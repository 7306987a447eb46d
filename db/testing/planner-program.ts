import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The planner's thread as the stack bundles it, under a name of its own; it finds its packages from the clone's own folder. */
export async function plannerProgram(name: string): Promise<URL> {
  const { build } = await import("esbuild");
  const outfile = resolve(`.build/planner-of-${name}.mjs`);
  await build({
    entryPoints: ["domain/matchmaking/internal/planner/thread.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  return pathToFileURL(outfile);
}
