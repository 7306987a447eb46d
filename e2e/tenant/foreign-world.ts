import { z } from "zod";
import { sql } from "../fixtures/database";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { callAction } from "../fixtures/server-actions";
import { notesSaying } from "../fixtures/sheets";
import { type Answer, Visitor } from "../fixtures/visitor";
import { freshAddress } from "../security/registering-over-http";
import { postEntry } from "./foreign-board";
import {
  CANARY,
  idBy,
  idRow,
  planAgenda,
  planEvent,
  planForMembers,
  saveTemplate,
  writeMessage,
} from "./foreign-desk";
import { helperAt, offerRoleAt } from "./foreign-office";
import { bringFile } from "./foreign-upload";

/** Ids of a running event of another network, of a draft of it, and of what happened there. */
export type ForeignWorld = {
  networkId: string;
  /** Its slug. */
  network: string;
  eventId: string;
  slug: string;
  draftId: string;
  draftSlug: string;
  /** Its first minute by the clocks of Berlin. */
  draftStartsLocal: string;
  /** Slug of the series that the event, the draft and an event for members belong to. */
  series: string;
  /** Its id. */
  seriesId: string;
  membersSlug: string;
  /** A template of the network, with the canary's name. */
  templateId: string;
  /** On the draft's agenda, and who speaks there. */
  sessionId: string;
  speakerId: string;
  /** A poll of the draft. */
  pollId: string;
  /** A file among the draft's materials. */
  materialId: string;
  /** Asked in the draft's form. */
  questionId: string;
  registrationId: string;
  /** A file that it answers with. */
  uploadId: string;
  /** Lets somebody register for the event. */
  invitationId: string;
  personId: string;
  roleOfferId: string;
  /** Has a role at the event, and nothing else. */
  helperId: string;
  admissionId: string;
  roomId: string;
  /** Notes of that room, with the canary in them. */
  sheetId: string;
  roundId: string;
  requestId: string;
  meetingId: string;
  /** Somebody whom one of its two has proposed for it. */
  talkInvitationId: string;
  /** A message to the event's people that is not sent yet, and a mail of the event. */
  circularId: string;
  mailId: string;
  /** An entry of the board for the network's own people, its file, and who offers help with it. */
  entryId: string;
  entryFileId: string;
  contactId: string;
  /** Start of a slot that the request offered. */
  slot: string;
};

/** The network of the organizer persona, from where the doors are tried. */
const OURS = "sensoriknetz-oberland";
function expectDone(answer: Answer, what: string): void {
  if (answer.status >= 400)
    throw new Error(`${what} answered ${answer.status}: ${answer.text.slice(0, 200)}`);
}

const office = z.object({ id: z.string(), slug: z.string(), email: z.string() });

/** A network that is not ours and its office; another one each time, since sign-in mails to one address are limited. */
async function foreignOffice() {
  const [row] = await sql(
    office,
    `select n.id, n.slug, p.email from networks n
      join network_members m on m.network_id = n.id and m.role = 'network_admin'
      join people p on p.id = m.person_id
      where n.slug <> $1 order by random() limit 1`,
    [OURS],
  );
  if (!row) throw new Error("the demo has one network only");
  return row;
}

/** A series of the network with these events, all in one statement each. */
async function seriesOf(networkId: string, eventIds: readonly string[]) {
  const [made] = await sql(
    idRow.extend({ slug: z.string() }),
    `insert into series (id, alliance_id, network_id, slug, title, starts_on, ends_on)
      select 'ser_' || left(md5(random()::text), 24), alliance_id, id, 'reihe-' || left(md5(random()::text), 10),
             'Reihe nebenan', current_date, current_date + 1 from networks where id = $1
      returning id, slug`,
    [networkId],
  );
  if (!made) throw new Error("the series was not made");
  for (const eventId of eventIds)
    await sql(z.object({}), "update events set series_id = $1 where id = $2", [made.id, eventId]);
  return made;
}

/** Somebody with the canary's name who comes on site, takes talks and has opened the mailed link. */
async function attendee(eventId: string): Promise<{ visitor: Visitor; email: string }> {
  const visitor = new Visitor();
  const email = freshAddress("kanarie");
  const said = { talksOptIn: "on", attendance: "onsite", locale: "de" };
  const person = { name: CANARY, organisation: CANARY, email, ...said };
  const json = { accept: "application/json" };
  expectDone(
    await visitor.ask("/api/registrations", { form: { eventId, ...person }, headers: json }),
    "registering",
  );
  const mail = await mailOfKind(email, "registration.confirmed");
  await visitor.ask(new URL(linkIn(mail, "/j/")).pathname);
  const id = await idBy("select id from registrations where email = $1", [email]);
  expectDone(await visitor.ask(`/api/registrations/${id}/prove`, { form: {}, headers: json }), "proving");
  return { visitor, email };
}

async function inviteTo(organizer: Visitor, page: string, eventId: string): Promise<string> {
  const form = { eventId, label: CANARY, maxUses: "3" };
  await callAction(organizer, { action: "actions/registration.ts#createInvitationAction", page, form });
  return idBy("select id from invitations where event_id = $1", [eventId]);
}

const TAB = "tab-of-the-canary";

async function fillRoom(organizer: Visitor, guest: Visitor, slug: string): Promise<void> {
  const room = `/api/rooms/${slug}`;
  expectDone(await organizer.ask(`${room}/join`, { json: { tab: "tab-of-the-host" } }), "the host's join");
  expectDone(await organizer.ask(`${room}/session`, { json: { action: "open" } }), "going live");
  expectDone(await guest.ask(`${room}/join`, { json: { tab: TAB } }), "the guest's join");
  expectDone(await guest.ask(`${room}/hands`, { json: { action: "raise" } }), "raising a hand");
  const round = { rule: "by_hand", groupSize: 2, durationSeconds: 600, allowReturn: true };
  const rooms = [{ label: CANARY, admissionIds: [] }];
  expectDone(await organizer.ask(`${room}/rounds`, { json: { ...round, rooms } }), "preparing a round");
}

async function say(guest: Visitor, slug: string, roomId: string): Promise<void> {
  const message = { roomId, scope: "room", text: CANARY, clientKey: "canary-1" };
  expectDone(await guest.ask(`/api/rooms/${slug}/chat`, { json: message }), "writing in the chat");
}

async function writeNotes(organizer: Visitor, slug: string, roomId: string): Promise<string> {
  const json = { roomId, update: notesSaying(CANARY) };
  expectDone(await organizer.ask(`/api/rooms/${slug}/sheets/notes`, { json }), "writing in the notes");
  return idBy("select id from sheets where room_id = $1", [roomId]);
}

/** Two people of the event agree on a talk, and one proposes a third; answers with request, talk, slot and invitation. */
async function bookTalk(guest: Visitor, eventId: string) {
  const other = await attendee(eventId);
  const toPersonId = await idBy("select id from people where email = $1", [other.email]);
  const window = z.object({ at: z.date() });
  const [first] = await sql(window, "select starts_at as at from talk_windows where event_id = $1", [
    eventId,
  ]);
  const slot = (first?.at ?? new Date()).toISOString();
  const wish = { eventId, toPersonId, slots: [slot], note: CANARY };
  expectDone(
    await guest.ask("/api/meetings", { json: wish, headers: { accept: "application/json" } }),
    "asking",
  );
  const requestId = await idBy("select id from meeting_requests where event_id = $1", [eventId]);
  const answer = { answer: slot };
  const headers = { accept: "application/json" };
  expectDone(
    await other.visitor.ask(`/api/meetings/${requestId}/answer`, { json: answer, headers }),
    "accepting",
  );
  const meetingId = await idBy("select id from meetings where event_id = $1", [eventId]);
  const third = await attendee(eventId);
  const personId = await idBy("select id from people where email = $1", [third.email]);
  expectDone(
    await guest.ask(`/api/meetings/${meetingId}/invite`, { json: { personId }, headers }),
    "inviting",
  );
  const ofTalk = "select id from talk_invitations where meeting_id = $1";
  return { requestId, slot, meetingId, talkInvitationId: await idBy(ofTalk, [meetingId]) };
}

/** Builds it through the product's own doors, so that every row is one that really occurs. */
export async function buildForeignWorld(): Promise<ForeignWorld> {
  const { id: networkId, slug: network, email: address } = await foreignOffice();
  const organizer = await new Visitor().signInByMail(address);
  const mark = Date.now().toString(36);
  const draft = await planEvent(organizer, { networkId, network, title: `${CANARY} Entwurf ${mark}` });
  const event = await planEvent(organizer, { networkId, network, title: `Offener Termin ${mark}` });
  const intern = await planForMembers(organizer, { networkId, network, title: `${CANARY} intern ${mark}` });
  const { id: seriesId, slug: series } = await seriesOf(networkId, [draft.id, event.id, intern.id]);
  const publish = "actions/programme.ts#publishEventAction";
  const page = `/o/${network}/e/${event.slug}`;
  await callAction(organizer, { action: publish, page, form: { eventId: event.id } });
  await sql(
    z.object({}),
    `insert into talk_windows (event_id, starts_at, ends_at, slot_minutes)
      values ($1, now() + interval '1 hour', now() + interval '3 hours', 20) on conflict do nothing`,
    [event.id],
  );
  // Without seats on site the door would have nobody on its list.
  const seats = { eventId: event.id, capacity: "", onsiteCapacity: "9", waitlist: "on" };
  await callAction(organizer, { action: "actions/registration.ts#changeCapacityAction", page, form: seats });
  const { visitor: guest, email } = await attendee(event.id);
  const registrationId = await idBy("select id from registrations where email = $1", [email]);
  await fillRoom(organizer, guest, event.slug);
  const roomId = await idBy(
    "select r.id from rooms r join live_sessions s on s.id = r.live_session_id where s.event_id = $1 and r.kind = 'main'",
    [event.id],
  );
  await say(guest, event.slug, roomId);
  const sheetId = await writeNotes(organizer, event.slug, roomId);
  // Whoever may see it sees it, or its absence elsewhere would say nothing.
  const rooms = `/api/rooms/${event.slug}`;
  const lists = [`${rooms}/chat`, `${rooms}/people`, `${page}/people`, `/checkin/${event.slug}/list`];
  for (const path of [...lists, `/e/${intern.slug}/register`]) {
    const { text } = await organizer.ask(path);
    if (!text.includes(CANARY)) throw new Error(`the canary does not show at ${path}`);
  }
  for (const path of [`/s/${series}.json`, `/s/${series}/schedule.json`]) {
    const { text } = await organizer.ask(path);
    if (!text.includes(event.slug)) throw new Error(`the event does not show at ${path}`);
  }
  return {
    networkId,
    network,
    series,
    seriesId,
    templateId: await saveTemplate(organizer, { network, draft }),
    membersSlug: intern.slug,
    eventId: event.id,
    slug: event.slug,
    draftId: draft.id,
    draftSlug: draft.slug,
    ...(await planAgenda(organizer, { network, draft })),
    ...(await writeMessage(organizer, { network, slug: event.slug, eventId: event.id })),
    roomId,
    sheetId,
    registrationId,
    uploadId: await bringFile({ organizer, guest }, { page, eventId: event.id, registrationId }),
    invitationId: await inviteTo(organizer, page, event.id),
    personId: await idBy("select id from people where email = $1", [email]),
    admissionId: await idBy(
      "select a.id from admissions a join registrations r on r.id = a.registration_id where r.email = $1",
      [email],
    ),
    roundId: await idBy(
      "select d.id from rounds d join live_sessions s on s.id = d.live_session_id where s.event_id = $1 and d.rule = 'by_hand'",
      [event.id],
    ),
    ...(await postEntry(organizer, { networkId, seriesId })),
    ...(await bookTalk(guest, event.id)),
    ...(await offerRoleAt(organizer, { networkId, network })),
    ...(await helperAt(organizer, { eventId: event.id, page })),
  };
}
