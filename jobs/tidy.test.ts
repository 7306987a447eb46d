import { eq, sql } from "drizzle-orm";
import { afterEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { db } from "@/db/client";
import { hands } from "@/db/schema/interaction";
import { listings, meetingPeople } from "@/db/schema/matchmaking";
import { people } from "@/db/schema/people";
import { seatPlans } from "@/db/schema/registration";
import { liveSessions } from "@/db/schema/rooms";
import { guest, organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { aLiveEvent, aStay, at, joined, plenaryOf, START } from "@/db/testing/rooms";
import { aTaker, aTalkRequest, slotAt } from "@/db/testing/talks";
import { attendanceOf } from "@/domain/attendance/queries";
import { postMessage } from "@/domain/interaction/commands/post-message";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { requestSignIn } from "@/domain/people/commands/request-sign-in";
import { forgetRegistrations } from "@/domain/registration/commands/forget-registrations";
import { fail } from "@/lib/result";
import { setClock } from "@/lib/time/clock";
import { writeRegistrationMail } from "./mails/registration";
import { tidy } from "./tidy";

let restore: () => void = () => undefined;
afterEach(() => {
  restore();
  vi.restoreAllMocks();
});
const setNow = (now: Date) => {
  restore();
  restore = setClock(() => now);
};

const NAME = "Kanaria Vogel";
const EMAIL = "kanaria@example.org";
const DAY = 24 * 3_600;
const HOLDS = 5_400;

/** Every table in which the person's name or address stands anywhere. */
async function tablesThatName(): Promise<string[]> {
  const { rows } = await db().execute(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of z.array(z.object({ name: z.string() })).parse(rows)) {
    const table = sql.identifier(name);
    const hit = await db().execute(sql`select 1 from ${table} t where t::text ilike '%kanaria%' limit 1`);
    if (hit.rows.length > 0) found.push(name);
  }
  return found.sort();
}

/** Somebody who left something in every corner: registered, talked, wrote, raised a hand, was written to. */
async function aPersonEverywhere() {
  const network = await aNetwork();
  const { event } = await aLiveEvent({ network });
  const { person, registration } = await aTaker(event, { name: NAME, email: EMAIL, provenAt: START });
  await db()
    .update(people)
    .set({ name: NAME, email: EMAIL, emailVerified: START })
    .where(eq(people.id, person.id));
  const actor = personActor(person);
  const { admissionId } = await joined(event, actor, { tab: "tab-kanaria", now: at(1) });
  const plenary = await plenaryOf(event);
  const [session] = await db().select().from(liveSessions).where(eq(liveSessions.eventId, event.id));
  if (!session) throw new Error("a plenary is needed");
  const said = { eventId: event.id, roomId: plenary.id, scope: "room", text: `Hier ist ${NAME}` };
  const posted = await postMessage({ actor, input: { ...said, clientKey: "key-00000001" }, now: at(5) });
  if (!posted.ok) throw new Error(posted.failure.reason);
  const hand = { admissionId, state: "lowered" as const, raisedAt: at(6) };
  await db()
    .insert(hands)
    .values({ ...hand, liveSessionId: session.id });
  await aStay(event, { admissionId }, { to: 600 });
  const offer = { allianceId: network.allianceId, personId: person.id, kind: "offer" as const };
  await db()
    .insert(listings)
    .values({ ...offer, tag: "sensorik", text: `Fragen an ${EMAIL}` });
  const other = await aTaker(event, { provenAt: START });
  const request = await aTalkRequest(event, { from: person, to: other.person, slots: [1] });
  const answer = { requestId: request.id, answer: slotAt(event, 1).toISOString() };
  const agreed = await answerRequest({ actor: personActor(other.person), input: answer, now: at(-120) });
  if (!agreed.ok) throw new Error(agreed.failure.reason);
  await db().update(meetingPeople).set({ outcome: "interesting" });
  await writeRegistrationMail("registration.confirmed", registration.id, "fact");
  await db().execute(sql`update mails set state = 'sent'`);
  const signIn = { email: EMAIL, locale: "de", browser: "a".repeat(43), next: "/me" };
  await requestSignIn({ actor: guest, input: signIn, now: at(20) });
  return { event, organizer: organizerActor(await anOrganizer(network), network) };
}

it("P10: half a year after the event nothing in the database names who was there, and the sums stay", async () => {
  setNow(at(30));
  const { event, organizer } = await aPersonEverywhere();
  const everywhere = ["admissions", "chat_messages", "listings", "mails", "people", "registrations", "rooms"];
  expect(await tablesThatName()).toEqual(expect.arrayContaining([...everywhere, "sign_in_codes"]));

  setNow(at(HOLDS + 180 * DAY - 1));
  await tidy();
  const kept = await tablesThatName();
  expect(kept).toEqual(expect.arrayContaining(["admissions", "people", "registrations", "rooms"]));
  for (const gone of ["audience_questions", "chat_messages", "mails", "sign_in_codes"])
    expect(kept).not.toContain(gone);

  setNow(at(HOLDS + 180 * DAY + 1));
  await tidy();
  expect(await tablesThatName()).toEqual([]);
  expect(await attendanceOf(organizer, { eventId: event.id, now: at(HOLDS + 181 * DAY) })).toEqual({
    total: { people: 1, seconds: 600 },
  });
  const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
  expect(plan).toMatchObject({ confirmed: 0, waiting: 0, forgotten: 2 });
});

vi.mock("@/domain/registration/commands/forget-registrations", { spy: true });

it("one kind that cannot be forgotten keeps no other from going, and the failure is told", async () => {
  setNow(at(30));
  await aPersonEverywhere();
  vi.mocked(forgetRegistrations).mockResolvedValue(fail("unavailable", "try_again"));
  setNow(at(HOLDS + 180 * DAY + 1));
  await expect(tidy()).rejects.toThrow("tidying up failed in part");
  const kept = await tablesThatName();
  expect(kept).toContain("registrations");
  expect(kept).not.toContain("admissions");
});
