import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { castBallot } from "@/domain/interaction/commands/cast-ballot";
import { closePoll } from "@/domain/interaction/commands/close-poll";
import { postMessage } from "@/domain/interaction/commands/post-message";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { refusalHash } from "@/lib/tokens";
import { db } from "../client";
import { networkAddresses, networkMembers, type networks } from "../schema/alliance";
import { roleInvitations } from "../schema/alliance-roles";
import { checkIns } from "../schema/attendance";
import { eventFeedback } from "../schema/attendance-afterwards";
import { calendarFeeds } from "../schema/calendar";
import { hands } from "../schema/interaction";
import { audienceQuestions, questionVotes } from "../schema/interaction-questions";
import { hiddenFrom, listings } from "../schema/matchmaking";
import { availabilityMarks } from "../schema/matchmaking-availability";
import { talkWishes } from "../schema/matchmaking-plans";
import { suggestionDismissals, suggestions } from "../schema/matchmaking-suggestions";
import { contactShares, talkNotes } from "../schema/matchmaking-talks";
import { circulars, mailBounces, mailRefusals, mails } from "../schema/notifications";
import { logins, people } from "../schema/people";
import { type events, speakers } from "../schema/programme";
import { invitations, type registrations } from "../schema/registration";
import { consents } from "../schema/registration-consents";
import { liveSessions } from "../schema/rooms";
import { personActor } from "./actors";
import { anEntry } from "./board";
import { aFileQuestion, anAnswer, anUpload, aQuestion } from "./forms";
import { aNetwork, aSeries } from "./makers";
import { anOpenPoll } from "./polls";
import { aLiveEvent, aStay, at, joined, plenaryOf, START } from "./rooms";
import { aTaker, aTalkRequest, slotAt } from "./talks";

let counter = 0;

/** Words that no other row of a test holds. */
function aCanary() {
  const word = `kanaria${++counter}x`;
  return { name: `K${word.slice(1)} Vogel`, email: `${word}@example.org`, word };
}
type Canary = ReturnType<typeof aCanary>;

/** Every table in which a word stands anywhere. */
export async function tablesThatSay(word: string): Promise<string[]> {
  const { rows } = await db().execute(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of z.array(z.object({ name: z.string() })).parse(rows)) {
    const hit = await db().execute(
      sql`select 1 from ${sql.identifier(name)} t where t::text ilike ${`%${word}%`} limit 1`,
    );
    if (hit.rows.length > 0) found.push(name);
  }
  return found.sort();
}

type Person = typeof people.$inferSelect;
type Event = typeof events.$inferSelect;
type Network = typeof networks.$inferSelect;

/** A login of this person that was opened at this instant; its token. */
export async function aLogin({ id: userId }: Pick<Person, "id">, openedAt: Date): Promise<string> {
  const sessionToken = crypto.randomUUID();
  const expires = new Date(openedAt.getTime() + 30 * 24 * 3_600_000);
  await db().insert(logins).values({ sessionToken, userId, expires, createdAt: openedAt });
  return sessionToken;
}

/** Came into the room at second 1, raised a hand, was there ten minutes, and said its name. */
async function presentIn(event: Event, person: Person, canary: Canary) {
  const actor = personActor(person);
  const { admissionId } = await joined(event, actor, { tab: "tab-kanaria", now: at(1) });
  const plenary = await plenaryOf(event);
  const said = { eventId: event.id, roomId: plenary.id, scope: "room", text: `Hier ist ${canary.name}` };
  const posted = await postMessage({ actor, input: { ...said, clientKey: "key-00000001" }, now: at(5) });
  if (!posted.ok) throw new Error(posted.failure.reason);
  const [session] = await db().select().from(liveSessions).where(eq(liveSessions.eventId, event.id));
  if (!session) throw new Error("a plenary is needed");
  const hand = { liveSessionId: session.id, admissionId, state: "raised" as const, raisedAt: at(6) };
  await db().insert(hands).values(hand);
  await questionsIn(event, admissionId, canary);
  await aStay(event, { admissionId }, { to: 600 });
  return admissionId;
}

/** Gave its name as the answer to a poll, which is over. */
async function askedIn(live: Parameters<typeof anOpenPoll>[0], person: Person, canary: Canary) {
  const input = await anOpenPoll(live, { kind: "words", question: "Wer sind Sie?", answers: "" });
  const answer = { ...input, words: [canary.name] };
  const cast = await castBallot({ actor: personActor(person), input: answer, now: at(7) });
  if (!cast.ok) throw new Error(cast.failure.reason);
  await closePoll({ actor: live.host.actor, input, now: at(8) });
}

/** A question without a name, and a vote for one. */
async function questionsIn({ id: eventId }: Event, admissionId: `adm_${string}`, { name }: Canary) {
  const asked = await db()
    .insert(audienceQuestions)
    .values({
      eventId,
      admissionId,
      text: `Fragt ${name}?`,
      isAnonymous: true,
      state: "new",
      clientKey: "key-of-a-question",
    })
    .returning({ id: audienceQuestions.id });
  await db()
    .insert(questionVotes)
    .values(asked.map((one) => ({ questionId: one.id, admissionId })));
}

/** A talk that was agreed on with one, and a request that waits for another. */
async function talksIn(event: Event, person: Person) {
  const partner = await aTaker(event, { provenAt: START, name: "Petra Partnerin" });
  const asked = await aTaker(event, { provenAt: START, name: "Fremder Wunschpartner" });
  const request = await aTalkRequest(event, { from: person, to: partner.person, slots: [1] });
  const input = { requestId: request.id, answer: slotAt(event, 1).toISOString() };
  const agreed = await answerRequest({ actor: personActor(partner.person), input, now: at(-120) });
  if (!agreed.ok || !agreed.value.meetingId) throw new Error("the talk was not agreed on");
  const { meetingId } = agreed.value;
  await db()
    .insert(talkNotes)
    .values({ meetingId, personId: person.id, text: person.email, writtenAt: START });
  await db().insert(contactShares).values({ meetingId, personId: person.id, at: START });
  const open = await aTalkRequest(event, { from: person, to: asked.person, slots: [2] });
  const free = { eventId: event.id, startsAt: slotAt(event, 2), endsAt: slotAt(event, 3) };
  await db()
    .insert(availabilityMarks)
    .values({ ...free, personId: person.id, mark: "preferred" });
  const wished = { eventId: event.id, fromPersonId: person.id, toPersonId: partner.person.id };
  await db()
    .insert(talkWishes)
    .values({ ...wished, by: "person", wish: "want" });
  const pair = { eventId: event.id, personId: person.id };
  await db()
    .insert(suggestionDismissals)
    .values({ ...pair, dismissedId: asked.person.id, reason: "topic" });
  await db()
    .insert(suggestions)
    .values({ ...pair, partnerId: partner.person.id, score: 1 });
  return { partner, asked, requests: [request, open], meetingId };
}

/** What a registration holds: an answer, a file, an entry at the door, and a consent. */
async function saidIn(event: Event, registration: typeof registrations.$inferSelect, canary: Canary) {
  const question = await aQuestion(event);
  await anAnswer(registration, question, `Fragen an ${canary.email}`);
  const { id: registrationId, eventId } = registration;
  const paper = await aQuestion(event, aFileQuestion);
  await anUpload({ eventId, question: paper, registration }, { fileName: `${canary.name}.pdf` });
  await db().insert(checkIns).values({ registrationId, eventId, at: START, via: "code" });
  const opinion = { score: 4, note: `Gern wieder, ${canary.name}`, givenAt: START };
  await db()
    .insert(eventFeedback)
    .values({ registrationId, eventId, ...opinion });
  const consent = { registrationId, what: "talks", textVersion: 1, locale: "de" as const };
  await db()
    .insert(consents)
    .values({ ...consent, act: "given", how: "form", at: START });
}

/** What stands beside events: a role, a listing, a calendar, mails, a refusal, a place among the speakers, a message. */
async function knownIn(network: Network, event: Event, { id: personId, ...canary }: Person) {
  const { id: networkId, allianceId } = network;
  const { id: eventId } = event;
  await db().insert(networkMembers).values({ networkId, personId, role: "organizer" });
  await db().insert(networkAddresses).values({ networkId, email: canary.email });
  const offer = { networkId, email: canary.email, role: "observer" as const, locale: "de" as const };
  await db()
    .insert(roleInvitations)
    .values({ ...offer, expiresAt: START });
  await db()
    .insert(listings)
    .values({ allianceId, personId, kind: "offer", tag: "sensorik", text: canary.email });
  await anEntry(
    { network, series: await aSeries(network) },
    { personId, title: "Gesuch", text: canary.email },
  );
  await db().insert(hiddenFrom).values({ personId, organisation: canary.email });
  await db().insert(calendarFeeds).values({ personId });
  await db().insert(speakers).values({ eventId, personId, name: "Auf dem Programm" });
  await db()
    .insert(circulars)
    .values({ eventId, authorId: personId, statuses: ["confirmed"], subjectDe: "An alle" });
  const addressHash = refusalHash({ networkId, email: canary.email });
  await db().insert(mailRefusals).values({ addressHash, networkId });
  await db().insert(mailBounces).values({ addressHash, networkId, status: "5.1.1" });
  const invited = { eventId, email: canary.email, label: canary.name, locale: "de" as const };
  await db()
    .insert(invitations)
    .values({ ...invited, code: `code${personId.slice(-10)}`, maxUses: 1, mailing: 1, mailedAt: START });
  const written = { subject: "Anmeldung", html: "", text: `Guten Tag ${canary.name}`, nextAttemptAt: START };
  await db()
    .insert(mails)
    .values({
      ...written,
      dedupeKey: `mail-${personId}`,
      kind: "registration.confirmed",
      toEmail: canary.email,
      toName: canary.name,
      locale: "de",
      eventId,
      state: "sent",
      sentAt: START,
    });
}

/** Somebody who left something in every corner of an event that is live at START. */
export async function aPersonEverywhere() {
  const canary = aCanary();
  const network = await aNetwork();
  const { event, host } = await aLiveEvent({ network });
  const taker = await aTaker(event, { name: canary.name, email: canary.email, provenAt: START });
  const [person] = await db()
    .update(people)
    .set({ name: canary.name, email: canary.email, emailVerified: START })
    .where(eq(people.id, taker.person.id))
    .returning();
  if (!person) throw new Error("the person is gone");
  const admissionId = await presentIn(event, person, canary);
  await askedIn({ event, host }, person, canary);
  const talks = await talksIn(event, person);
  await saidIn(event, taker.registration, canary);
  await knownIn(network, event, person);
  return {
    ...taker,
    network,
    event,
    host,
    person,
    actor: personActor(person),
    admissionId,
    canary,
    ...talks,
  };
}
