import { parseArgs } from "node:util";

export type BenchArguments = {
  /** Origin of an app that runs, without a slash at the end. */
  base: string;
  /** File for the JSON result; only printed when absent. */
  out: string | undefined;
  /** Few people and short runs: to see that the bench works, not to measure. */
  quick: boolean;
  /** The app's database, for making events and for reading what is true afterwards. */
  databaseUrl: string | undefined;
};

/** Reads `--base URL`, `--out FILE` and `--quick`. Throws when the base is missing or is no origin. */
export function benchArguments(argv: readonly string[] = process.argv.slice(2)): BenchArguments {
  const { values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      base: { type: "string" },
      out: { type: "string" },
      quick: { type: "boolean", default: false },
    },
  });
  if (!values.base || !URL.canParse(values.base)) {
    throw new Error("Give the address of an app that runs: --base http://localhost:3000");
  }
  const { origin } = new URL(values.base);
  return { base: origin, out: values.out, quick: values.quick, databaseUrl: process.env.DATABASE_URL };
}
