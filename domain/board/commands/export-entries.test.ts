import { expect, it } from "vitest";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { entriesFile } from "../queries/entries-file";
import { exportEntries } from "./export-entries";

it("gives the office its entries as a file in which no cell calculates", async () => {
  const board = await aBoard();
  const { actor } = await aReader(board);
  await anEntry(board, { title: "=cmd|' /C calc'!A0", text: 'Zeile\n"eins"' });
  const asked = { networkId: board.network.id, format: "rfc4180" as const };
  expect(await exportEntries({ actor, input: asked })).toMatchObject({ failure: { reason: "missing" } });
  expect(await entriesFile(actor, asked)).toBeUndefined();
  expect(await exportEntries({ actor: board.office, input: asked })).toMatchObject({ ok: true });
  const text = [...((await entriesFile(board.office, asked))?.parts ?? [])].join("");
  expect(text).toContain(`"'=cmd|`);
  expect(text.split("\r\n")).toHaveLength(3);
});
