import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { entries } from "@/db/schema/board";
import { guest, personActor } from "@/db/testing/actors";
import { aBoard, anEntry, aReader, entrySaid, inDays } from "@/db/testing/board";
import { aPerson } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { MOST_OPEN } from "../internal/entry-rows";
import { postEntry } from "./post-entry";

/** One person's entries are counted one after the other; switched off, the very same posts must fail the race. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard, {
    only: "entries",
  });
});

describe("post-entry", () => {
  it("puts an entry of a person on the board, for which the network of the series answers", async () => {
    const board = await aBoard();
    const { person, actor } = await aReader(board);
    const input = entrySaid(board.series.id, { anonymous: true, title: "Prüfstand für Ölpumpen" });
    const posted = await postEntry({ actor, input });
    if (!posted.ok) throw new Error(posted.failure.reason);
    const [row] = await db().select().from(entries).where(eq(entries.id, posted.value.entryId));
    expect(row).toMatchObject({
      ...{ personId: person.id, networkId: board.network.id, anonymous: false, state: "open" },
      searchText: "pruefstand fuer oelpumpen",
    });
  });

  it("refuses guests, strangers to the alliance, and what the form can't mean", async () => {
    const board = await aBoard();
    const other = await aBoard();
    const { actor } = await aReader(board);
    const call = (values: Record<string, unknown>, who = actor) =>
      postEntry({ actor: who, input: entrySaid(board.series.id, values) });
    expect(await call({}, guest)).toMatchObject({ failure: { reason: "missing" } });
    expect(await call({}, personActor(await aPerson()))).toMatchObject({
      failure: { reason: "not_in_alliance" },
    });
    const fields = async (values: Record<string, unknown>) => {
      const answer = await call(values);
      return answer.ok ? {} : answer.failure.fields;
    };
    expect(await fields({ tags: ["gibt-es-nicht"] })).toEqual({ tags: ["invalid_tag"] });
    expect(await fields({ tags: [] })).toEqual({ tags: ["choose_tag"] });
    expect(await fields({ validUntil: inDays(-2) })).toEqual({ validUntil: ["invalid_date"] });
    expect(await fields({ validUntil: inDays(400) })).toEqual({ validUntil: ["invalid_date"] });
    expect(await fields({ title: " \u202e " })).toEqual({ title: ["required"] });
    expect(await fields({ audience: "network" })).toEqual({ audienceNetworkId: ["required"] });
    const foreign = { audience: "network", audienceNetworkId: other.network.id };
    expect(await fields(foreign)).toEqual({ audience: ["invalid"] });
    expect(await fields({ audience: "participants", eventId: other.event.id })).toEqual({
      audience: ["invalid"],
    });
  });
});

/** With all but two used up, eight posts at once; how many entries there are then. */
async function eightPosts(): Promise<number> {
  const board = await aBoard();
  const { person, actor } = await aReader(board);
  const before = Array.from({ length: MOST_OPEN - 2 }, () => anEntry(board, { personId: person.id }));
  await Promise.all(before);
  const input = entrySaid(board.series.id);
  await Promise.all(Array.from({ length: 8 }, () => postEntry({ actor, input })));
  return db().$count(entries, eq(entries.personId, person.id));
}

describe("a person who posts eight entries at once", { timeout: 120_000 }, () => {
  it("never has more open ones than a board bears", async () => {
    expect(await eightPosts()).toBe(MOST_OPEN);
  });
});

describe("the same without turns", { timeout: 120_000 }, () => {
  withoutGuard(guard);

  it("has more", async () => {
    expect(await worstOf(eightPosts, MOST_OPEN)).toBeGreaterThan(MOST_OPEN);
  });
});
