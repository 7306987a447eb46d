import { createSocket } from "node:dgram";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressesOf } from "./addresses-of";

/** A name server that hears every question and answers none. */
const silent = createSocket("udp4");

beforeAll(() => new Promise<void>((done) => silent.bind(0, "127.0.0.1", done)));
afterAll(() => new Promise<void>((done) => silent.close(() => done())));

it("an address is its own, and a name of our house has none", async () => {
  expect(await addressesOf("192.0.2.1")).toEqual(["192.0.2.1"]);
  expect(await addressesOf("2001:db8::1")).toEqual(["2001:db8::1"]);
  for (const name of ["localhost", "database", ""]) expect(await addressesOf(name)).toEqual([]);
});

it("S47: names whose server keeps silent hold up nothing else, and come to an end", async () => {
  const ended: string[] = [];
  const asked = { servers: [`127.0.0.1:${silent.address().port}`], ms: 250 };
  const names = Array.from({ length: 12 }, async (_, at) => {
    const found = await addressesOf(`silent-${at}.example.org`, asked);
    ended.push("name");
    return found;
  });
  await readFile("package.json");
  ended.push("file");
  expect(await Promise.all(names)).toEqual(names.map(() => []));
  expect(ended[0]).toBe("file");
});
