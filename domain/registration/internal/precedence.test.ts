import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { invitations } from "@/db/schema/registration";
import { guest, personActor, seatActor, system } from "@/db/testing/actors";
import { aMember } from "@/db/testing/makers";
import { anEventWith, planOf, registered, rowOf, statesOf } from "@/db/testing/seats";
import type { Actor } from "@/domain/policy";
import { type Id, newCode } from "@/lib/ids";
import { admitByRule } from "../commands/admit-by-rule";
import { cancelRegistration } from "../commands/cancel-registration";
import { proveRegistration } from "../commands/prove-registration";
import { registerForEvent } from "../commands/register-for-event";
import { switchAttendance } from "../commands/switch-attendance";
import { findRegistration } from "../queries";

type RegistrationId = Id<"registration">;
type Event = { id: Id<"event"> };

async function asks(
  { id: eventId }: Event,
  {
    name,
    email = `${name}@example.org`,
    actor = guest,
    invitation = "",
  }: {
    name: string;
    email?: string;
    actor?: Actor;
    invitation?: string;
  },
): Promise<RegistrationId> {
  const input = { eventId, name, email, invitation };
  const result = await registerForEvent({ actor, input });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value.registrationId;
}

const holder = ({ id: eventId }: Event, id: RegistrationId) => seatActor({ id, eventId });
const placeOf = async (event: Event, id: RegistrationId) =>
  (await findRegistration(holder(event, id), id))?.waitingPlace;
const cancels = (event: Event, registrationId: RegistrationId) =>
  cancelRegistration({ actor: holder(event, registrationId), input: { registrationId } });

async function aCode({ id: eventId }: Event): Promise<string> {
  const code = newCode();
  await db().insert(invitations).values({ eventId, code, maxUses: 5 });
  return code;
}

/** One seat that is taken; two strangers wait, then a proven member and somebody who was invited. */
async function aLine(rules: Parameters<typeof anEventWith>[0]) {
  const { network, event } = await anEventWith({ capacity: 1, ...rules });
  const seated = await registered(event.id, "seated");
  const [ada, ben] = [(await registered(event.id, "ada")).id, (await registered(event.id, "ben")).id];
  const member = await aMember(network);
  const own = { name: "member", email: member.email, actor: personActor(member) };
  const cem = await asks(event, own);
  const dora = await asks(event, { name: "invited", invitation: await aCode(event) });
  return { network, event, seated: seated.id, ada, ben, cem, dora };
}

const positions = async ({ event, ada, ben, cem, dora }: Awaited<ReturnType<typeof aLine>>) => {
  const places: (number | null | undefined)[] = [];
  for (const id of [ada, ben, cem, dora]) places.push(await placeOf(event, id));
  return places;
};

describe("the waiting list of an event with precedence", () => {
  it.each<[string, Parameters<typeof anEventWith>[0], number[]]>([
    ["nobody", {}, [1, 2, 3, 4]],
    ["members", { membersFirst: true }, [2, 3, 1, 4]],
    ["the invited", { invitedFirst: true }, [2, 3, 4, 1]],
    ["both", { membersFirst: true, invitedFirst: true }, [3, 4, 1, 2]],
  ])(
    "puts %s first, everybody else by time, and moves people up in that order",
    async (_who, rules, order) => {
      const line = await aLine(rules);
      expect(await positions(line)).toEqual(order);
      const ids = [line.ada, line.ben, line.cem, line.dora];
      let leaving = line.seated;
      for (let place = 1; place <= 4; place++) {
        await cancels(line.event, leaving);
        const next = ids[order.indexOf(place)];
        if (!next) throw new Error("nobody has this place");
        expect(await rowOf(next), `place ${place}`).toMatchObject({ status: "confirmed" });
        leaving = next;
      }
      expect(await planOf(line.event.id)).toMatchObject({ confirmed: 1, waiting: 0 });
    },
  );

  it("gives it to a member who was typed once they prove it, and to nobody before", async () => {
    const { network, event, ada } = await aLine({ membersFirst: true });
    const member = await aMember(network);
    const typed = await asks(event, { name: "typed", email: member.email });
    expect([await placeOf(event, typed), await placeOf(event, ada)]).toEqual([5, 2]);
    await proveRegistration({ actor: holder(event, typed), input: { registrationId: typed } });
    await admitByRule({ actor: system, input: { registrationId: typed } });
    expect([await placeOf(event, typed), await placeOf(event, ada)]).toEqual([2, 3]);
  });

  it("passes nobody who has a seat or an offer, and takes no seat from anybody", async () => {
    const { network, event } = await anEventWith({ capacity: 1, membersFirst: true, offerHours: 6 });
    const seated = await registered(event.id, "seated");
    const ada = await registered(event.id, "ada");
    await cancels(event, seated.id);
    const member = await aMember(network);
    await asks(event, { name: "member", email: member.email, actor: personActor(member) });
    expect(await rowOf(ada.id)).toMatchObject({ status: "offered" });
    expect(await statesOf(event.id)).toEqual(["seated cancelled", "ada offered", "member waiting"]);
  });

  it("goes along to the other kind of seats, and ends when somebody cancels", async () => {
    const { network, event } = await anEventWith({ capacity: 1, onsiteCapacity: 0, membersFirst: true });
    await registered(event.id, "seated");
    const member = await aMember(network);
    const own = { name: "member", email: member.email, actor: personActor(member) };
    const id = await asks(event, own);
    const input = { registrationId: id, attendance: "onsite" };
    expect(await switchAttendance({ actor: holder(event, id), input })).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ attendance: "onsite", status: "waiting", priority: 1 });
    await cancels(event, id);
    await asks(event, { name: "stranger", email: member.email });
    expect(await rowOf(id), "asked for by a stranger").toMatchObject({ status: "waiting", priority: 0 });
  });

  it("tells a place and nothing of who else waits: not to its holder, and to nobody by an address", async () => {
    const line = await aLine({ membersFirst: true });
    const own = await findRegistration(holder(line.event, line.ada), line.ada);
    expect(own).toMatchObject({ waitingPlace: 2 });
    expect(JSON.stringify(own)).not.toMatch(/member@|invited|"ben"/);
    expect(await findRegistration(holder(line.event, line.ada), line.cem)).toBeUndefined();
    const told = [];
    for (const email of [(await rowOf(line.cem))?.email, "nobody@example.org"])
      told.push(
        await registerForEvent({ actor: guest, input: { eventId: line.event.id, name: "Eva", email } }),
      );
    const said = told.map((result) =>
      result.ok ? Object.keys(result.value).concat(result.value.state) : [],
    );
    expect(said[0]).toEqual(said[1]);
  });
});
