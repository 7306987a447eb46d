import { readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { env } from "@/lib/env";
import type { Id } from "@/lib/ids";
import { dropStored, readStored, storedBefore, storeFile } from "./store";

const HOUR = 3_600_000;
const folder = () => join(env().PLENUM_DATA, "files");

it("keeps bytes under an id that nobody chose, and gives them back", async () => {
  const id = await storeFile(new TextEncoder().encode("Unterlagen"));
  const stored = await readStored(id);
  expect(stored?.bytes).toBe(10);
  expect(await new Response(stored?.body).text()).toBe("Unterlagen");
  expect(await readdir(folder())).toEqual([id]);
});

it("knows no file by anything but such an id", async () => {
  expect(await readStored("fil_000000000000000000000000")).toBeUndefined();
  const paths = ["fil_../../../etc/passwd", "../secret", "fil_x/y"] as Id<"file">[];
  for (const path of paths) await expect(readStored(path)).rejects.toThrow();
});

it("finds what lies there for long, also halves of uploads, and drops just that", async () => {
  const [old, fresh] = [await storeFile(new Uint8Array([1])), await storeFile(new Uint8Array([2]))];
  await writeFile(join(folder(), "fil_half.part"), "x");
  const before = new Date(Date.now() - 2 * HOUR);
  for (const name of [old, "fil_half.part"]) await utimes(join(folder(), name), before, before);
  const found = await storedBefore(new Date(Date.now() - HOUR));
  expect(found.map(({ name, id }) => [name, id]).sort()).toEqual(
    [
      [old, old],
      ["fil_half.part", undefined],
    ].sort(),
  );
  await dropStored(found.map(({ name }) => name));
  expect(await readStored(old)).toBeUndefined();
  expect((await readStored(fresh))?.bytes).toBe(1);
});
