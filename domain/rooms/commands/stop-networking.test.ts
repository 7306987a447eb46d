import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { rounds } from "@/db/schema/rooms";
import { roundMeetings } from "@/db/schema/rooms-beside";
import { aNetworking } from "@/db/testing/networkings";
import { at, whereIs } from "@/db/testing/rooms";
import { openNetworkings } from "../queries/networkings";
import { stopNetworking } from "./stop-networking";

test("the round that runs goes on to its end, and who was to meet later has not met", async () => {
  const { live, ada, ref } = await aNetworking();
  const stop = (second: number, actor = live.host.actor) =>
    stopNetworking({ actor, input: ref, now: at(second) });
  expect(await stop(29, ada.actor)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await stop(30)).toMatchObject({ value: { calledOff: 1 } });
  expect(await whereIs(live.event, ada, at(40))).not.toBe("main");
  expect(await whereIs(live.event, ada, at(120))).toBe("main");
  const met = await db()
    .select()
    .from(roundMeetings)
    .innerJoin(rounds, eq(rounds.id, roundMeetings.roundId))
    .where(eq(rounds.networkingId, ref.networkingId));
  expect(met).toHaveLength(2);
  expect(await stop(31)).toMatchObject({ failure: { reason: "round_over" } });
  const open = (await openNetworkings(at(31))).map(({ networkingId }) => networkingId);
  expect(open).not.toContain(ref.networkingId);
});
