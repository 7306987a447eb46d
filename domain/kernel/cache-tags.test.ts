import pg from "pg";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import { bumpTags, CACHE_CHANNEL, cacheTag, versionsOf } from "./cache-tags";

it("raises the version of each tag and tells every listening process its name", async () => {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const heard: string[] = [];
  const both = new Promise<void>((resolve) => {
    client.on("notification", ({ payload }) => {
      heard.push(payload ?? "");
      if (heard.length === 2) resolve();
    });
  });
  await client.query(`listen ${CACHE_CHANNEL}`);
  await bumpTags(db(), [cacheTag.event("a"), cacheTag.calendar, cacheTag.calendar]);
  await both;
  await client.end();
  expect(heard.sort()).toEqual(["calendar", "e/a"]);

  await bumpTags(db(), [cacheTag.calendar]);
  const versions = await versionsOf(db(), ["calendar", "e/a", "n/never"]);
  expect(Object.fromEntries(versions)).toEqual({ calendar: 2, "e/a": 1 });
});

it("does nothing for no tags", async () => {
  await bumpTags(db(), []);
  expect(await versionsOf(db(), [])).toEqual(new Map());
});
