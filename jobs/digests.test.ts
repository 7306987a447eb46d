import { eq, like } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { digestReaders } from "@/db/schema/board";
import { mails } from "@/db/schema/notifications";
import { guest } from "@/db/testing/actors";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { refuseMails } from "@/domain/notifications/commands/refuse-mails";
import { setClock } from "@/lib/time/clock";
import { writeDigests } from "./digests";

const MONDAY = "2026-11-30T07:00:00Z";
const entryOfWeek = {
  createdAt: new Date("2026-11-27T10:00:00Z"),
  validUntil: new Date("2027-01-30T10:00:00Z"),
};

async function aDigest() {
  const board = await aBoard();
  const reader = await aReader(board);
  await db().insert(digestReaders).values({ personId: reader.person.id, seriesId: board.series.id });
  const written = () => db().select().from(mails).where(eq(mails.toEmail, reader.person.email));
  return { board, reader, written };
}

let putBack: (() => void) | undefined;
const at = (now: string) => {
  putBack?.();
  putBack = setClock(() => new Date(now));
};
afterEach(() => putBack?.());

describe("weekly mails of a board", () => {
  it("are written on Mondays, once, with a way to end them, and say nothing of who posted what", async () => {
    at("2026-12-01T07:00:00Z");
    const { board, written } = await aDigest();
    await anEntry(board, { ...entryOfWeek, title: "Reinraum <b>gesucht</b>", organisation: "Geheim GmbH" });
    expect(await writeDigests()).toBe(0);
    at(MONDAY);
    await Promise.all([writeDigests(), writeDigests()]);
    await writeDigests();
    const [mail, ...more] = await written();
    expect(more).toEqual([]);
    expect(mail?.unsubscribe).toContain("/api/unsubscribe/");
    expect(mail?.text).toContain("Reinraum <b>gesucht</b>");
    expect(mail?.html).not.toContain("<b>gesucht</b>");
    expect(mail?.text).not.toContain("Geheim");
  });

  it("tell of others' entries, however many the reader wrote since", async () => {
    at(MONDAY);
    const { board, reader, written } = await aDigest();
    const own = { ...entryOfWeek, personId: reader.person.id, createdAt: new Date("2026-11-28T10:00:00Z") };
    for (let number = 1; number <= 11; number++) await anEntry(board, { ...own, title: `Eigenes ${number}` });
    await anEntry(board, { ...entryOfWeek, title: "Lasertrimmen gesucht" });
    await writeDigests();
    const [mail] = await written();
    expect(mail?.text).toContain("Lasertrimmen gesucht");
    expect(mail?.text).not.toContain("Eigenes");
  });

  it("are not written where nothing is new, nor to who wants none of the network's mails", async () => {
    at(MONDAY);
    const quiet = await aDigest();
    const refused = await aDigest();
    await anEntry(refused.board, entryOfWeek);
    const address = { networkId: refused.board.network.id, email: refused.reader.person.email };
    await refuseMails({ actor: guest, input: { ...address, want: "off" } });
    await writeDigests();
    expect([...(await quiet.written()), ...(await refused.written())]).toEqual([]);
    expect(await db().$count(mails, like(mails.dedupeKey, `entry.digest:${quiet.board.series.id}%`))).toBe(0);
  });
});
