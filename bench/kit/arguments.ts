import { parseArgs } from "node:util";

export type BenchArguments = {
  /** Origin of an app that runs, without a slash at the end. */
  base: string;
  /** File for the JSON result; only printed when absent. */
  out: string | undefined;
  /** Few people and short runs: to see that the bench works, not to measure. */
  quick: boolean;
  /** `--size rooms=10`: another number of what this bench has many of. */
  sizes: ReadonlyMap<string, number>;
  /** The app's database, for making events and for reading what is true afterwards. */
  databaseUrl: string | undefined;
};

function sizesIn(words: readonly string[]): Map<string, number> {
  return new Map(
    words.map((word) => {
      const [, name = "", number] = /^([a-z]+)=(\d+)$/.exec(word) ?? [];
      if (number === undefined) throw new Error(`Not a size: ${word}. Give it as --size rooms=10`);
      return [name, Number(number)];
    }),
  );
}

/** Reads `--base URL`, `--out FILE`, `--quick` and `--size`. Throws when the base is missing or is no origin. */
export function benchArguments(argv: readonly string[] = process.argv.slice(2)): BenchArguments {
  const { values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      base: { type: "string" },
      out: { type: "string" },
      quick: { type: "boolean", default: false },
      size: { type: "string", multiple: true, default: [] },
    },
  });
  if (!values.base || !URL.canParse(values.base)) {
    throw new Error("Give the address of an app that runs: --base http://localhost:3000");
  }
  const { origin } = new URL(values.base);
  const sizes = sizesIn(values.size);
  return { base: origin, out: values.out, quick: values.quick, sizes, databaseUrl: process.env.DATABASE_URL };
}
