import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entryReports } from "@/db/schema/board";
import { guest } from "@/db/testing/actors";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { entriesForOffice } from "../queries/office";
import { reportEntry } from "./report-entry";

it("counts once for each person, and only offices of the network read it", async () => {
  const board = await aBoard();
  const other = await aBoard({ allianceId: board.network.allianceId });
  const { actor } = await aReader(board);
  const entry = await anEntry(board);
  const report = (reason: string, who = actor) =>
    reportEntry({ actor: who, input: { entryId: entry.id, reason } });
  expect(await report("other", guest)).toMatchObject({ failure: { reason: "missing" } });
  await report("other");
  await report("advertising");
  expect(await db().$count(entryReports, eq(entryReports.entryId, entry.id))).toBe(1);
  const [first] = (await entriesForOffice(board.office, board.network.id)) ?? [];
  expect(first?.reports).toEqual([{ entryId: entry.id, reason: "advertising", count: 1 }]);
  expect(await entriesForOffice(other.office, board.network.id)).toBeUndefined();
});
