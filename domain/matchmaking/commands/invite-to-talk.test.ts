import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { hiddenFrom, personBlocks } from "@/db/schema/matchmaking";
import { availabilityMarks } from "@/db/schema/matchmaking-availability";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { admissions, sanctions } from "@/db/schema/rooms";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aGuest, anOffer, aTalk } from "@/db/testing/group-talks";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import type { Actor } from "@/domain/policy";
import { MOST_ASKED, MOST_OF_ONE } from "../internal/group-rules";
import { guestsOf } from "../queries/talk-invitations";
import { cancelMeeting } from "./cancel-meeting";
import { inviteToTalk } from "./invite-to-talk";

type Taker = Awaited<ReturnType<typeof aTaker>>;
type Talk = Awaited<ReturnType<typeof aTalk>>;

const invite = (talk: Talk, whom: Taker, who: { actor?: Actor; now?: Date } = {}) =>
  inviteToTalk({
    actor: who.actor ?? personActor(talk.anna.person),
    input: { meetingId: talk.meetingId, personId: whom.person.id },
    ...(who.now ? { now: who.now } : {}),
  });
const reasonOf = async (result: ReturnType<typeof invite>) => {
  const answer = await result;
  return answer.ok ? "ok" : answer.failure.reason;
};

describe("invite-to-talk", () => {
  it("proposes somebody to the other side, and asks nobody before that side has agreed", async () => {
    const talk = await aTalk(await aTalkEvent());
    const cem = await aTaker(talk.event);
    const answer = await invite(talk, cem, { actor: seatActor(talk.anna.registration) });
    if (!answer.ok) throw new Error(answer.failure.reason);
    const [row] = await db().select().from(talkInvitations);
    expect(row).toMatchObject({
      ...{ id: answer.value.invitationId, status: "proposed" },
      ...{ personId: cem.person.id, invitedById: talk.anna.person.id },
    });
    const facts = await db().select().from(outbox);
    const kinds = facts.map(({ kind }) => kind).filter((kind) => kind.startsWith("meeting.guest"));
    expect(kinds).toEqual(["meeting.guest_proposed"]);
  });

  it("S60: is for nobody whom the hosts have banned from the event", async () => {
    const talk = await aTalk(await aTalkEvent());
    const { anna, event } = talk;
    const mine = and(eq(admissions.eventId, event.id), eq(admissions.personId, anna.person.id));
    const [seat] = await db().select({ id: admissions.id }).from(admissions).where(mine);
    if (!seat) throw new Error("nobody was admitted for the talk");
    const ban = { eventId: event.id, admissionId: seat.id, kind: "ban" as const };
    await db().insert(sanctions).values(ban);
    const cem = await aTaker(event);
    expect(await reasonOf(invite(talk, cem))).toBe("shut_out");
    await db().update(sanctions).set({ liftedAt: new Date() }).where(eq(sanctions.admissionId, seat.id));
    expect(await reasonOf(invite(talk, cem))).toBe("ok");
  });

  it("is for the two sides alone: neither strangers nor who came by invitation", async () => {
    const talk = await aTalk(await aTalkEvent());
    const [cem, dora] = [await aTaker(talk.event), await aTaker(talk.event)];
    await aGuest(talk, cem);
    for (const actor of [guest, personActor(cem.person), personActor(dora.person)])
      expect(await reasonOf(invite(talk, dora, { actor }))).toBe("missing");
    expect(await reasonOf(invite(talk, dora))).toBe("ok");
  });

  it("refuses whom nobody may ask, without saying who keeps whom away or what they do then", async () => {
    const talk = await aTalk(await aTalkEvent());
    const { event, ben } = talk;
    const hidden = await aTaker(event, { talksOptIn: false });
    const elsewhere = await aTaker(await aTalkEvent());
    const blocked = await aTaker(event);
    await db().insert(personBlocks).values({ personId: blocked.person.id, blockedId: ben.person.id });
    const shy = await aTaker(event);
    await db()
      .insert(hiddenFrom)
      .values({ personId: shy.person.id, organisation: ben.registration.organisation.trim().toLowerCase() });
    const away = [hidden, elsewhere, blocked, ...(ben.registration.organisation ? [shy] : [])];
    for (const one of away) expect(await reasonOf(invite(talk, one))).toBe("not_available");
    const other = await aTalk(event);
    expect(await reasonOf(invite(talk, other.anna))).toBe("not_available");
    const busy = await aTaker(event);
    const span = { startsAt: slotAt(event, 0), endsAt: slotAt(event, 1) };
    await db()
      .insert(availabilityMarks)
      .values({ eventId: event.id, personId: busy.person.id, ...span, mark: "blocked" });
    expect(await reasonOf(invite(talk, busy))).toBe("not_available");
    // The page offers none of them either.
    const cem = await aTaker(event);
    const seen = await guestsOf(personActor(talk.anna.person), talk.meetingId);
    const offered = seen?.candidates.map(({ personId }) => personId) ?? [];
    expect(offered).toContain(cem.person.id);
    for (const { person } of [...away, other.anna, busy]) expect(offered).not.toContain(person.id);
  });

  it("keeps to four, asks nobody twice, and stops at the beginning of the talk", async () => {
    const talk = await aTalk(await aTalkEvent());
    const { event, anna, ben } = talk;
    const [cem, dora, eva] = [await aTaker(event), await aTaker(event), await aTaker(event)];
    expect(await reasonOf(invite(talk, ben))).toBe("already_in_talk");
    const late = new Date(event.startsAt.getTime() - 4 * 60_000);
    expect(await reasonOf(invite(talk, cem, { now: late }))).toBe("too_late");
    await aGuest(talk, cem);
    expect(await reasonOf(invite(talk, cem))).toBe("already_in_talk");
    const open = await anOffer(talk, dora);
    expect(await reasonOf(invite(talk, eva))).toBe("talk_full");
    await db().update(talkInvitations).set({ status: "declined" }).where(eq(talkInvitations.id, open));
    expect(await reasonOf(invite(talk, dora))).toBe("already_invited");
    expect(await reasonOf(invite(talk, eva))).toBe("ok");
    await cancelMeeting({ actor: { type: "system", job: "test" }, input: { meetingId: talk.meetingId } });
    expect(await reasonOf(invite(talk, await aTaker(event), { actor: personActor(anna.person) }))).toBe(
      "missing",
    );
  });

  it("writes to so many about one talk, and for one person in one event, and to no more", async () => {
    const event = await aTalkEvent();
    const talk = await aTalk(event);
    const asked = async (on: Talk, count: number) => {
      for (let one = 0; one < count; one++) {
        const { person } = await aTaker(event);
        const who = { meetingId: on.meetingId, personId: person.id, invitedById: talk.anna.person.id };
        await db()
          .insert(talkInvitations)
          .values({ ...who, status: "declined" });
      }
    };
    await asked(talk, MOST_ASKED - 1);
    const [cem, dora] = [await aTaker(event), await aTaker(event)];
    expect(await reasonOf(invite(talk, cem))).toBe("ok");
    expect(await reasonOf(invite(talk, dora))).toBe("too_many_invitations");
    await db().delete(talkInvitations);
    const other = await aTalk(event, 1);
    await asked(other, MOST_OF_ONE);
    expect(await reasonOf(invite(talk, dora))).toBe("too_many_invitations");
    await db().delete(talkInvitations).where(eq(talkInvitations.meetingId, other.meetingId));
    expect(await reasonOf(invite(talk, dora))).toBe("ok");
  });
});
