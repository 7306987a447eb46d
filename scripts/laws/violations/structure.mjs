const MATRIX = "e2e/tenant/inventory.ts";

/** One way to break each structure law: what is written over the clean tree, and the law that must answer. */
export const structureViolations = [
  {
    law: "actions-hold-every-server-action",
    write: { "lib/x.ts": `"use server";\n\nexport const x = 1;\n` },
  },
  {
    law: "every-action-file-says-use-server",
    write: { "actions/x.ts": "export type X = 1;\n" },
  },
  {
    law: "client-code-has-a-home",
    write: { "app/x/page.tsx": `"use client";\n\nexport const x = 1;\n` },
  },
  {
    law: "domain-keeps-its-vocabulary",
    write: { "domain/registration/seat-math.ts": "export const x = 1;\n" },
  },
  {
    law: "domain-keeps-its-vocabulary",
    title: "one folder level below internal/, not two",
    write: { "domain/matchmaking/internal/planner/deep/x.ts": "export const x = 1;\n" },
  },
  {
    law: "domain-keeps-its-vocabulary",
    title: "rules may be several files, but in no folders of their own",
    write: { "domain/registration/rules/seats/x.ts": "export const x = 1;\n" },
  },
  {
    law: "domain-keeps-its-vocabulary",
    title: "and so may inputs",
    write: { "domain/registration/schema/seats/x.ts": "export const x = 1;\n" },
  },
  { law: "no-drawers", write: { "lib/utils.ts": "export const x = 1;\n" } },
  { law: "no-drawers", title: "folders too", write: { "components/helpers/x.ts": "export const x = 1;\n" } },
  { law: "no-drawers", title: "nor an index file", write: { "lib/mail/index.ts": "export const x = 1;\n" } },
  {
    law: "queries-only-read",
    write: {
      "domain/people/queries/touch.ts": `import "server-only";\n\nexport const x = (tx: { delete(t: string): void }) => tx.delete("people");\n`,
    },
  },
  {
    law: "server-files-import-server-only",
    write: { "domain/matchmaking/queries.ts": "export const x = 1;\n" },
  },
  {
    law: "every-command-has-a-test",
    remove: ["domain/registration/commands/register.test.ts"],
  },
  {
    law: "roles-are-compared-in-policy-and-rules",
    write: { "jobs/x.ts": `export const x = (p: { role: string }) => p.role === "organizer";\n` },
  },
  {
    law: "roles-are-compared-in-policy-and-rules",
    title: "the other way round",
    write: { "jobs/x.ts": `export const x = (p: { role: string }) => "organizer" === p.role;\n` },
  },
  {
    law: "environment-has-one-reader",
    write: { "lib/x.ts": "export const x = process.env.PORT;\n" },
    also: ["noProcessEnv"],
  },
  {
    law: "packets-stay-in-realtime",
    write: {
      "components/room/x.ts": `export const x = (p: { publishData(text: string): void }) => p.publishData("hello");\n`,
    },
  },
  {
    law: "borders-are-parsed-not-cast",
    write: { "lib/x.ts": "export const x = (text: string) => JSON.parse(text) as { id: string };\n" },
  },
  {
    law: "borders-are-parsed-not-cast",
    title: "a response is a border",
    write: { "lib/x.ts": "export const x = async (r: Response) => (await r.json()) as { id: string };\n" },
  },
  {
    law: "borders-are-parsed-not-cast",
    title: "nor is it cast twice",
    write: { "lib/x.ts": "export const x = (text: string) => text as unknown as number;\n" },
  },
  {
    law: "nothing-is-cast-to-any",
    write: { "lib/x.ts": "export const x = (text: string) => text as any;\n" },
    also: ["noExplicitAny"],
  },
  {
    law: "compiler-is-not-silenced",
    write: { "lib/x.ts": "// @ts-expect-error\nexport const x: number = 1;\n" },
  },
  {
    law: "every-exemption-has-a-reason",
    write: { "lib/x.ts": "// biome-ignore lint/suspicious/noConsole: x\nconsole.log(1);\n" },
  },
  {
    law: "e2e-waits-for-things",
    write: {
      "e2e/x.spec.ts": "export const x = (p: { waitForTimeout(ms: number): void }) => p.waitForTimeout(5);\n",
    },
  },
  {
    law: "no-test-is-silenced",
    write: { "lib/x.test.ts": `import { it } from "vitest";\n\nit.skip("holds", () => 1);\n` },
  },
  {
    law: "nothing-is-left-for-later",
    write: { "lib/x.ts": "// TODO: think\nexport const x = 1;\n" },
  },
  {
    law: "tenant-matrix-lists-every-door",
    title: "a new action",
    write: { "actions/x.ts": `"use server";\n\nexport async function newAction() {\n  return 1;\n}\n` },
  },
  {
    law: "tenant-matrix-lists-every-door",
    title: "a new method of a route handler",
    write: { "app/api/x/route.ts": "export const GET = () => new Response();\n" },
  },
  {
    law: "tenant-matrix-lists-every-door",
    title: "handlers exported together",
    write: {
      "app/api/x/route.ts":
        "const handler = () => new Response();\n\nexport { handler as GET, handler as POST };\n",
    },
  },
  {
    law: "tenant-matrix-lists-every-door",
    title: "an entry without a door",
    change: { [MATRIX]: (text) => text.replace("];", `  "actions/gone.ts#goneAction",\n];`) },
  },
  {
    law: "tenant-matrix-lists-every-door",
    title: "no inventory although there are doors",
    remove: [MATRIX],
  },
];
