import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { bumpTags, cacheTag } from "@/domain/kernel/cache-tags";
import { env } from "@/lib/env";
import type { Listening } from "@/lib/postgres/listen";
import { silentLine } from "@/lib/postgres/testing/silent-line";
import { followCacheTags } from "./listen";

let line: Awaited<ReturnType<typeof silentLine>>;
let following: Listening;
const pages = { bump: vi.fn(), bumpEverything: vi.fn() };

beforeEach(async () => {
  await bumpTags(db(), [cacheTag.event("before")]);
  line = await silentLine(env().DATABASE_URL);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  following = followCacheTags(line.url, pages);
  await vi.waitFor(() => expect(pages.bumpEverything).toHaveBeenCalledTimes(1));
});
afterEach(async () => {
  await following.close();
  vi.useRealTimers();
  vi.resetAllMocks();
  await line.close();
});

const bumped = () => pages.bump.mock.calls.map(([tag]) => tag);

it("forgets a page as soon as its tag is bumped", async () => {
  await bumpTags(db(), [cacheTag.calendar]);
  await vi.waitFor(() => expect(bumped()).toEqual([cacheTag.calendar]));
});

it("learns what was bumped while its connection was dead without a word, and nothing else", async () => {
  line.fallSilent();
  await bumpTags(db(), [cacheTag.event("meanwhile")]);
  await vi.advanceTimersByTimeAsync(20_300);
  await vi.waitFor(() => expect(bumped()).toEqual([cacheTag.event("meanwhile")]));
  expect(pages.bumpEverything).toHaveBeenCalledTimes(1);
});
