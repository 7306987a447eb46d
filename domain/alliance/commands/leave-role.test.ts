import { expect, it } from "vitest";
import { guest, organizerActor } from "@/db/testing/actors";
import { anOrganizer } from "@/db/testing/makers";
import { anOffice, anOwner } from "@/db/testing/office";
import { grantsOf } from "@/domain/people/queries";
import { leaveRole } from "./leave-role";

it("gives up one's own role in an office, but never the last owner's", async () => {
  const { network, actor } = await anOffice();
  const organizer = await anOrganizer(network);
  const input = { networkId: network.id };
  expect(await leaveRole({ actor: organizerActor(organizer, network), input })).toMatchObject({ ok: true });
  expect((await grantsOf([organizer.id])).get(organizer.id)).toEqual([]);
  expect(await leaveRole({ actor, input })).toMatchObject({ failure: { reason: "last_owner" } });
  await anOwner(network);
  expect(await leaveRole({ actor, input })).toMatchObject({ ok: true });
});

it("finds nothing for whoever has no role there", async () => {
  const [{ network }, other] = [await anOffice(), await anOffice()];
  for (const actor of [guest, other.actor])
    for (const networkId of [network.id, "net_missing000"])
      expect(await leaveRole({ actor, input: { networkId } })).toMatchObject({
        failure: { kind: "not_found", reason: "missing" },
      });
});
