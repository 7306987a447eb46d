import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { claimActor, organizerActor, personActor, seatActor } from "@/db/testing/actors";
import { aClaim, aNetwork, anEvent, anOrganizer, aPerson, aRegistration, aSeries } from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { findRegistration } from "../queries";
import { listFurtherEvents, listOthersKnowing } from "./further-events";

async function scene() {
  const network = await aNetwork();
  const common = { network, seriesId: (await aSeries(network)).id };
  const [first, second, third] = [await anEvent(common), await anEvent(common), await anEvent(common)];
  const ada = await aPerson();
  const own = { email: ada.email, personId: ada.id, provenAt: new Date() };
  return { network, first, second, third, ada, own };
}

async function takenFor(viewer: Actor, { id }: { id: Id<"registration"> }): Promise<string[]> {
  const registration = await findRegistration(viewer, id);
  if (!registration) throw new Error("the viewer may read it");
  const further = await listFurtherEvents(viewer, registration, new Date());
  return further.flatMap(({ event, taken }) => (taken ? [event.id] : []));
}

/** The seats of several mailed links in one browser. */
const browserOf = (...holders: Actor[]): Actor => ({
  type: "guest",
  seats: holders.flatMap((holder) => ("seats" in holder ? holder.seats : [])),
});

it("marks what the person of this registration is in, not what others of the same browser are in", async () => {
  const { network, first, second, third, ada, own } = await scene();
  const adas = await aRegistration(first, own);
  await aRegistration(second, own);
  await aRegistration(third, { ...own, status: "cancelled" });
  const email = "ben@example.org";
  const bens = [await aRegistration(first, { email }), await aRegistration(third, { email })];
  const shared = browserOf(seatActor(adas), ...bens.map(seatActor));
  const asAda = personActor(ada, [], "seats" in shared ? shared.seats : []);
  expect(await takenFor(asAda, adas)).toEqual([second.id]);
  expect(await takenFor(shared, adas)).toEqual([]);
  const [ben] = bens;
  if (!ben) throw new Error("just made");
  expect(await takenFor(asAda, ben)).toEqual([third.id]);

  const host = organizerActor(await anOrganizer(network), network);
  const seen = await findRegistration(host, adas.id);
  expect(seen && (await listFurtherEvents(host, seen, new Date()))).toEqual([]);
});

it("knows what the same browser has registered the same address for, when one of the links has been followed", async () => {
  const { first, second, third, ada } = await scene();
  const { email } = ada;
  const adas = await aRegistration(first, { email });
  const unproven = await aRegistration(second, { email });
  const bens = await aRegistration(third, { email: "ben@example.org" });
  const claims = [claimActor(unproven, await aClaim(unproven)), claimActor(bens, await aClaim(bens))];
  const browser = browserOf(seatActor(adas), ...claims);
  expect(await takenFor(browser, adas)).toEqual([second.id]);
  // A claim is anybody's who typed the address: it must not tell that the office declined somebody.
  await db().update(registrations).set({ status: "declined" }).where(eq(registrations.id, unproven.id));
  expect(await takenFor(browser, adas)).toEqual([second.id]);
  expect(await takenFor(seatActor(adas), adas)).toEqual([]);
});

it("says of each further event whether it overlaps what this person is in", async () => {
  const network = await aNetwork();
  const { id: seriesId } = await aSeries(network);
  const day = Date.now() + 86_400_000;
  const at = (hour: number) =>
    anEvent({
      ...{ network, seriesId },
      ...{ startsAt: new Date(day + hour * 3_600_000), endsAt: new Date(day + (hour + 1) * 3_600_000) },
    });
  const [own, same, touching, far] = [await at(0), await at(0.5), await at(1.5), await at(5)];
  const told = async (taken: readonly string[]) => {
    const all = await listOthersKnowing(own, new Set(taken), new Date());
    return all.filter(({ clashes }) => clashes).map(({ event }) => event.id);
  };
  expect(await told([own.id])).toEqual([same.id]);
  expect(await told([own.id, far.id])).toEqual([same.id]);
  // What begins when the other ends does not overlap it.
  expect(await told([own.id, touching.id])).toEqual([same.id]);
});
