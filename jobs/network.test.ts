import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { newId } from "@/lib/ids";
import { founded } from "./network";

const word = () => newId("network").slice(4, 14).toLowerCase();

it("needs a name and an owner, and finds the rest itself", async () => {
  const name = `Nördliches ${word()}`;
  const owner = `${word()}@example.org`;
  const said = await founded(["--name", name, "--owner", owner]);
  const slug = name.toLowerCase().replace("ö", "oe").replace(" ", "-");
  expect(said).toContain(`Made the network “${name}” at `);
  expect(said).toContain(`/n/${slug}`);
  expect(said).toContain(`${owner} is invited as owner`);
  expect(said).toMatch(/\/o\/offered\/rol_/);
  const [row] = await db().select().from(networks).where(eq(networks.slug, slug));
  expect(row).toMatchObject({ contactEmail: owner, colour: "#005d86" });
  expect(row?.mark).toMatch(/^N./);
  const again = await founded(["--name", name, "--owner", owner]);
  expect(again).toContain("Found the network");
  expect(again).toContain("still open");
  await expect(founded(["--name", "Another", "--slug", slug, "--owner", owner])).rejects.toThrow(
    `Another network has the address ${slug}`,
  );
});

it.each([
  [[], "Say at least"],
  [["--name", "Netz"], "Say at least"],
  [["--nmae", "Netz"], "--nmae"],
  [["--name", "Netz", "--owner", "niemand"], "--owner: "],
  [["--name", "Netz", "--owner", "a@example.org", "--slug", "Netz Nord"], "--slug: slug_malformed"],
])("says what is wrong with %j", async (args, told) => {
  await expect(founded(args)).rejects.toThrow(told);
});
