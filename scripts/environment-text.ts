import { z } from "zod";
import { variables } from "@/lib/env";

/** One variable as it stands in the example: what it is for, and its default, or empty where one has to be given. */
function entry(name: string, schema: z.ZodType): string {
  const fallback = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
  const isNeeded = !schema.safeParse(undefined).success;
  const value = fallback === undefined || Array.isArray(fallback) ? "" : String(fallback);
  const line = `${name}=${/\s|<|>/.test(value) ? `"${value}"` : value}`;
  return `# ${schema.description ?? ""}\n${isNeeded ? line : `#${line}`}`;
}

/** The text of `.env.example`, made from the descriptions in `lib/env.ts`. */
export function envExample(): string {
  const entries = Object.entries(variables.shape)
    .filter(([name]) => name !== "NODE_ENV")
    .map(([name, schema]) => entry(name, schema));
  const head =
    "# Generated from lib/env.ts by `node scripts/env-example.mjs`; `npm run check` fails when it is stale.\n# `npm start` needs none of this: a demo makes its own secrets.\n";
  return `${head}\n${entries.join("\n\n")}\n`;
}
