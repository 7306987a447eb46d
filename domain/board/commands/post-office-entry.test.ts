import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entries } from "@/db/schema/board";
import { aBoard, aReader, entrySaid } from "@/db/testing/board";
import { aNetwork, aSeries } from "@/db/testing/makers";
import { postOfficeEntry } from "./post-office-entry";

it("writes for somebody in the network's name, by its own office and on boards of its alliance alone", async () => {
  const board = await aBoard();
  const { actor } = await aReader(board);
  const input = { ...entrySaid(board.series.id, { anonymous: "on" }), networkId: board.network.id };
  const posted = await postOfficeEntry({ actor: board.office, input });
  if (!posted.ok) throw new Error(posted.failure.reason);
  const [row] = await db().select().from(entries).where(eq(entries.id, posted.value.entryId));
  expect(row).toMatchObject({ personId: null, anonymous: true, organisation: "Beispiel GmbH" });
  expect(await postOfficeEntry({ actor, input })).toMatchObject({ failure: { reason: "missing" } });
  const elsewhere = await aSeries(await aNetwork());
  expect(
    await postOfficeEntry({ actor: board.office, input: { ...input, seriesId: elsewhere.id } }),
  ).toMatchObject({
    failure: { reason: "missing" },
  });
});
