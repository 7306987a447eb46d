import { expect, it } from "vitest";
import { db } from "@/db/client";
import { digestReaders } from "@/db/schema/board";
import { system } from "@/db/testing/actors";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { dueDigests, newEntriesFor } from "../queries/digest";
import { noteDigests } from "./note-digests";

it("leaves nobody due twice in a week, and names what is new and readable", async () => {
  const board = await aBoard();
  const { person, actor } = await aReader(board);
  const readers = [{ personId: person.id, seriesId: board.series.id }];
  await db().insert(digestReaders).values(readers);
  await anEntry(board, { title: "Neu" });
  await anEntry(board, { title: "Alt", createdAt: new Date(Date.now() - 8 * 86_400_000) });
  await anEntry(board, { title: "Eigenes", personId: person.id });
  await anEntry(board, { title: "Intern", audience: "network", audienceNetworkId: board.network.id });
  const week = "2026-11-30";
  const mine = async () =>
    (await dueDigests({ week, limit: 1_000 })).filter(({ personId }) => personId === person.id);
  const [due] = await mine();
  if (!due) throw new Error("nobody is due");
  const { entries } = await newEntriesFor(due, new Date());
  expect(entries.map(({ title }) => title)).toEqual(["Neu"]);
  expect(await noteDigests({ actor, input: { week, readers } })).toMatchObject({ ok: false });
  await noteDigests({ actor: system, input: { week, readers } });
  expect(await mine()).toEqual([]);
});
