import { env } from "@/lib/env";
import { now } from "@/lib/time/clock";
import { resetDemo, type Seeded, type Shifted, seedDemo, shiftDemo } from "./seed";

const seedLines: Record<Seeded, string> = {
  seeded: "Demo data written: 19 networks, 13 events, 520 people.",
  already_seeded: "",
  foreign_data: "The database already holds other data: no demo data was written.",
};
const shiftLines: Record<Shifted, string> = {
  shifted: "Demo dates moved: something is live now.",
  fresh: "",
  touched: "Somebody has worked with the demo, so its dates stay. `npm run demo:reset` begins anew.",
  no_demo: "",
};

/** Thrown for what the caller can mend; its message is a whole sentence. */
export class SeedRefused extends Error {
  override name = "SeedRefused";
}

const say = (line: string) => {
  if (line !== "") process.stdout.write(`${line}\n`);
};

/**
 * `seed`: demo data into an empty database. `shift`: dates around now, if nobody has worked with the demo.
 * `reset`: delete everything and seed. Throws SeedRefused for another word and for a reset with a public origin.
 */
export async function main(argv: readonly string[]): Promise<void> {
  switch (argv[0]) {
    case "seed":
      return say(seedLines[await seedDemo(now())]);
    case "shift":
      return say(shiftLines[await shiftDemo(now())]);
    case "reset":
      if (!env().PLENUM_DEMO) {
        throw new SeedRefused("PLENUM_ORIGIN is set: a public installation is never reset.");
      }
      await resetDemo(now());
      return say(seedLines.seeded);
    default:
      throw new SeedRefused("Say seed, shift or reset.");
  }
}
