import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import { system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { findPerson } from "@/domain/people/queries";
import { wipePerson } from "@/domain/privacy/commands/wipe-person";
import { eraseAgain, main } from "./erasures";

it("R27: a log that was kept beside the backups erases whom one of them brings back", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "erasures-")), "log.jsonl");
  const [person, other] = [await aPerson(), await aPerson()];
  await wipePerson({ actor: system, input: { personId: person.id } });
  await main(["export", file]);
  const text = await readFile(file, "utf8");
  for (const told of [person.id, person.email, person.name]) expect(text).not.toContain(told);

  await db().execute(sql`delete from erasures`);
  await db().insert(people).values(person);
  expect(await eraseAgain()).toBe(0);
  await main(["apply", file]);
  expect(await findPerson(person.id)).toBeUndefined();
  expect(await findPerson(other.id)).toBeDefined();
  await main(["apply", file]);
});

it("takes in no line that is no hash, and says what it can do", async () => {
  await expect(main(["apply"])).rejects.toThrow("Say export or apply, and a file.");
  await expect(main(["forget", "x"])).rejects.toThrow("Say export or apply, and a file.");
});
