const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join("");

/** One way to break each Biome rule the project names: what is written over the clean tree, and the rule. */
export const styleViolations = [
  { law: "format", write: { "lib/x.ts": "export const x = 'single';\n" } },
  {
    law: "organizeImports",
    write: {
      "lib/x.ts": `import { env } from "@/lib/env";\nimport { z } from "zod";\n\nexport const x = [env, z];\n`,
    },
  },
  { law: "noUnusedImports", write: { "lib/x.ts": `import { z } from "zod";\n\nexport const x = 1;\n` } },
  {
    law: "noUnusedVariables",
    write: { "lib/x.ts": "export const x = () => {\n  const forgotten = 1;\n  return 2;\n};\n" },
  },
  {
    law: "useExhaustiveDependencies",
    write: {
      "realtime/hooks/use-x.ts": `"use client";\n\nimport { useEffect } from "react";\n\nexport function useX(name: string) {\n  useEffect(() => {\n    document.title = name;\n  }, []);\n}\n`,
    },
  },
  {
    law: "useHookAtTopLevel",
    write: {
      "realtime/hooks/use-x.ts": `"use client";\n\nimport { useRef } from "react";\n\nexport function useX(on: boolean) {\n  if (on) return useRef(1);\n  return undefined;\n}\n`,
    },
  },
  { law: "noDuplicateObjectKeys", write: { "messages/de/x.json": '{ "a": "eins", "a": "zwei" }\n' } },
  { law: "noExplicitAny", write: { "lib/x.ts": "export const x = (value: any) => value;\n" } },
  { law: "noConsole", write: { "lib/x.ts": "console.log(1);\n" } },
  {
    law: "noEmptyBlockStatements",
    write: { "lib/x.ts": "export function x() {\n  try {\n    return 1;\n  } catch {}\n}\n" },
  },
  {
    law: "noNonNullAssertion",
    write: { "lib/x.ts": "export const x = (list: string[]) => list[0]!.length;\n" },
  },
  {
    law: "useImportType",
    write: { "lib/x.ts": `import { Result } from "./result";\n\nexport type X = Result<1, 2>;\n` },
  },
  {
    law: "noProcessEnv",
    title: "reading and passing on count alike",
    write: { "lib/x.ts": "export const x = process.env;\n" },
    also: ["environment-has-one-reader"],
  },
  { law: "noDefaultExport", write: { "lib/x.ts": "export default 1;\n" } },
  {
    law: "noNestedTernary",
    write: { "lib/x.ts": `export const x = (n: number) => (n > 2 ? "many" : n > 1 ? "two" : "one");\n` },
  },
  {
    law: "noExcessiveLinesPerFile",
    write: { "lib/x.ts": lines(301, (index) => `export const x${index} = ${index};\n`) },
    also: ["no-file-is-long"],
  },
  { law: "useFilenamingConvention", write: { "lib/SeatMath.ts": "export const x = 1;\n" } },
  {
    law: "noBarrelFile",
    write: { "lib/x.ts": `export { env } from "./env";\n` },
  },
  {
    law: "noReExportAll",
    write: { "lib/x.ts": `export * from "./env";\n` },
    also: ["noBarrelFile"],
  },
  {
    law: "noExcessiveCognitiveComplexity",
    write: {
      "lib/x.ts": `export function x(n: number) {\n  let sum = 0;\n${lines(16, (index) => `  if (n > ${index}) sum += n;\n`)}  return sum;\n}\n`,
    },
  },
  {
    law: "noExcessiveLinesPerFunction",
    write: {
      "lib/x.ts": `export function x() {\n  return [\n${lines(41, (index) => `    "a rather long line of text so that the formatter keeps it alone ${index}",\n`)}  ];\n}\n`,
    },
  },
  {
    law: "useMaxParams",
    write: {
      "lib/x.ts": "export const x = (a: number, b: number, c: number, d: number) => a + b + c + d;\n",
    },
  },
];
