import { afterEach, describe, expect, it, vi } from "vitest";
import { db, type Reader } from "@/db/client";
import { materials } from "@/db/schema/programme";
import { aDesk, aMaterial, aSession } from "@/db/testing/agenda";
import { worstOf } from "@/db/testing/races";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { type Id, newId } from "@/lib/ids";
import { materialsForDesk } from "../queries/materials";
import { MOST_MATERIALS } from "../rules";
import { addFile } from "./add-file";

/** The lock on the event; without it the very same command must go wrong. */
const guard = vi.hoisted(() => ({ isOn: true }));
vi.mock("../queries", async (original) => {
  const real = await original<typeof import("../queries")>();
  const lockEvent = (reader: Reader, eventId: Id<"event">) =>
    guard.isOn ? real.lockEvent(reader, eventId) : real.eventScope(reader, eventId);
  return { ...real, lockEvent };
});
afterEach(() => {
  guard.isOn = true;
});

const fileOf = (fileName: string) => ({
  fileId: newId("file"),
  fileType: "application/pdf",
  fileName,
  fileBytes: 1_000,
});

describe("addFile", () => {
  it("puts a file behind what is there, with the agenda item it belongs to", async () => {
    const { event, actor } = await aDesk();
    await aMaterial(event, { position: 7 });
    const item = await aSession(event, { title: "Auftakt", after: 0, minutes: 10 });
    const input = { eventId: event.id, title: "Folien", sessionId: item.id, file: fileOf("folien.pdf") };
    expect(await addFile({ actor, input })).toMatchObject({ ok: true });
    expect(await materialsForDesk(actor, event.id)).toMatchObject([
      { title: "Plan" },
      { title: "Folien", item: "Auftakt", url: null, file: { name: "folien.pdf", bytes: 1_000 } },
    ]);
  });

  it("is refused to strangers, for another event's agenda item, and without a file", async () => {
    const { event, actor, strangers } = await aDesk();
    const other = await aDesk();
    const theirs = await aSession(other.event, { title: "Fremd", after: 0, minutes: 10 });
    const input = { eventId: event.id, title: "Folien", file: fileOf("folien.pdf") };
    for (const stranger of strangers)
      expect(refusalOf(await addFile({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    for (const [wrong, why] of [
      [{ sessionId: theirs.id }, /^not_found missing$/],
      [{ file: undefined }, /^invalid input file: invalid$/],
      [{ file: { fileId: "../../x" } }, /^invalid input file\.fileId: invalid_id;/],
    ] as const)
      expect(refusalOf(await addFile({ actor, input: { ...input, ...wrong } }))).toMatch(why);
    expect(await materialsForDesk(actor, event.id)).toEqual([]);
  });
});

/** How many too many an event has after four files came at the same moment for its last place. */
async function tooMany(): Promise<number> {
  const { event, actor } = await aDesk();
  const rows = Array.from({ length: MOST_MATERIALS - 1 }, (_, position) => ({
    eventId: event.id,
    title: `Nr. ${position}`,
    url: "https://example.org/",
    audience: "everyone" as const,
    position,
  }));
  await db().insert(materials).values(rows);
  const names = ["a.pdf", "b.pdf", "c.pdf", "d.pdf"];
  await Promise.all(
    names.map((name) => addFile({ actor, input: { eventId: event.id, title: name, file: fileOf(name) } })),
  );
  return ((await materialsForDesk(actor, event.id))?.length ?? 0) - MOST_MATERIALS;
}

describe("several files for the last place", { timeout: 60_000 }, () => {
  it("let one in", async () => {
    for (let round = 0; round < 3; round++) expect(await tooMany()).toBe(0);
  });

  it("would all come in without the lock on the event", async () => {
    guard.isOn = false;
    expect(await worstOf(tooMany, 0)).toBeGreaterThan(0);
  });
});
