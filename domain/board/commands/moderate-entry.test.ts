import { expect, it } from "vitest";
import { guest } from "@/db/testing/actors";
import { aBoard, anEntry, aReader } from "@/db/testing/board";
import { entryFor } from "../queries/entry";
import { moderateEntry } from "./moderate-entry";

it("hides an entry with a reason that its author reads, by the office that answers for it", async () => {
  const board = await aBoard();
  const other = await aBoard({ allianceId: board.network.allianceId });
  const author = await aReader(board);
  const entry = await anEntry(board, { personId: author.person.id, audience: "public" });
  const place = { entryId: entry.id, allianceId: board.network.allianceId };
  const moderate = (actor: typeof author.actor, input: Record<string, unknown>) =>
    moderateEntry({ actor, input: { entryId: entry.id, ...input } });
  const hide = { hidden: "yes", reason: "advertising" };
  for (const actor of [author.actor, other.office])
    expect(await moderate(actor, hide)).toMatchObject({ failure: { reason: "missing" } });
  expect(await moderate(board.office, { hidden: "yes" })).toMatchObject({
    failure: { fields: { reason: ["required"] } },
  });
  await moderate(board.office, hide);
  expect(await entryFor(guest, place)).toBeUndefined();
  expect((await entryFor(author.actor, place))?.hiddenReason).toBe("advertising");
  await moderate(board.office, { hidden: "no" });
  expect((await entryFor(guest, place))?.hiddenReason).toBeNull();
});
