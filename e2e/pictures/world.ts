import { z } from "zod";
import { sql } from "../fixtures/database";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { Visitor } from "../fixtures/visitor";
import { DESK, moveEvent, type Planned } from "../security/planning-over-http";
import { freshAddress } from "../security/registering-over-http";
import { boardWorld } from "./board-world";
import { comesTo, foundBy, inDays, OfficeOverHttp, type Registered, registers } from "./office";
import { planWorld } from "./plan-world";
import { richEvent } from "./rich-event";
import { talkWorld } from "./talk-world";

/** What there has to be for every surface to be seen in the state that it was made for. */
export type World = Awaited<ReturnType<typeof makeWorld>>;

/** One place, so that whoever comes later waits and the place, once free, is offered. */
async function fullEvent(office: OfficeOverHttp) {
  const event = await office.draft({ title: "Nur ein Platz am Mikroskop", startsAt: inDays(9) });
  await office.at(event, "registration.ts#changeCapacityAction", { capacity: "1", waitlist: "on" });
  await office.at(event, "registration.ts#changeSeatRulesAction", { offerHours: "6", switchHours: "0" });
  await office.publish(event);
  const gone = await registers(event, { name: "Gerda Abgesagt" });
  const offered = await registers(event, { name: "Olaf Angebot" }, "registration.waiting");
  const waiting = await registers(event, { name: "Wanda Warte" }, "registration.waiting");
  await gone.visitor.ask(`/api/registrations/${gone.id}/cancel`, { form: { locale: "de" } });
  await mailOfKind(offered.email, "registration.offered");
  return { full: event, gone, offered, waiting };
}

async function askedEvent(office: OfficeOverHttp) {
  const event = await office.draft({
    ...{ title: "Werkstattgespräch auf Anfrage", template: "workshop", startsAt: inDays(12) },
  });
  await office.at(event, "registration.ts#changeSeatRulesAction", { approval: "on", switchHours: "0" });
  await office.publish(event);
  for (const name of ["Adele Anfrage", "Bertram von der Bitte"]) await comesTo(event, { name });
  const pending = await registers(event, { name: "Petra Beispiel" }, "registration.pending");
  return { asked: event, pending };
}

/** On site in an hour, half of the people already let in; its first item began late. */
async function doorEvent(office: OfficeOverHttp): Promise<{ door: Planned; crowd: Registered }> {
  const event = await office.draft({ title: "Forum im Haus der Technik", template: "hybrid" });
  await office.at(event, "programme.ts#updateEventAction", { place: "Haus der Technik, Musterstadt" });
  await office.publish(event);
  const names = ["Prof. Dr.-Ing. Maximiliane Freifrau von Oberweißbach-Schmidt-Rottluff", "Otto Äpfel"];
  for (const name of [...names, "Ines Öztürk", "Ben Beispiel", "Karl Klein"])
    await comesTo(event, {
      name,
      attendance: "onsite",
      organisation: name.length > 20 ? "Hochschule Nord" : "",
    });
  const registrationId = await foundBy("select min(id) as value from registrations where event_id = $1", [
    event.id,
  ]);
  await office.organizer.ask(`/api/checkin/${event.id}`, {
    json: { registrationId },
    headers: { accept: "application/json" },
  });
  // With as many colleagues as one person may bring along.
  const crowd = await registers(event, { name: "Karla Kollegin" });
  await sql(z.object({}), "update registrations set colleagues = 10 where id = $1", [crowd.id]);
  const late = `update sessions set begun_at = starts_at + interval '4 minutes'
    where id = (select id from sessions where event_id = $1 order by starts_at limit 1)`;
  await sql(z.object({}), late, [event.id]);
  return { door: event, crowd };
}

/** A week of our own, whose two events overlap. */
async function ownWeek(office: OfficeOverHttp): Promise<{ week: string }> {
  const slug = `woche-${crypto.randomUUID().slice(0, 8)}`;
  await sql(
    z.object({}),
    `insert into series (id, alliance_id, network_id, slug, title, title_en, starts_on, ends_on)
      select 'ser_' || left(md5(random()::text), 24), alliance_id, id, $2, $3, $4, current_date, current_date + 60
        from networks where slug = $1`,
    [DESK.split("/").at(-1) ?? "", slug, "Woche der Sensorik", "Week of sensors"],
  );
  const seriesId = await foundBy("select id as value from series where slug = $1", [slug]);
  for (const title of ["Morgens messen", "Zugleich rechnen"]) {
    const event = await office.draft({ title, startsAt: inDays(15) });
    await office.at(event, "series.ts#placeEventAction", { seriesId });
    await office.publish(event);
  }
  return { week: slug };
}

/** A browser in which one person is signed in, and the mailed link of another was opened: where that leads. */
async function twoInOne({ email }: Registered) {
  const beside = await new Visitor().signInAs("participant");
  const mail = await mailOfKind(email, "registration.confirmed");
  const { location } = await beside.ask(new URL(linkIn(mail, "/j/")).pathname);
  return { beside, other: location };
}

async function changedEvents(office: OfficeOverHttp) {
  const [cancelled, postponed, members] = [
    await office.draft({ title: "Abgesagt: Messen im Moor", startsAt: inDays(8) }),
    await office.draft({ title: "Verschoben: Licht im Labor", startsAt: inDays(10) }),
    await office.draft({ title: "Nur für Mitglieder: Zahlen des Jahres", startsAt: inDays(11) }),
  ];
  for (const event of [cancelled, postponed]) await office.publish(event);
  const forNothing = await registers(cancelled, { name: "Vera Vergebens" });
  await moveEvent(office.organizer, cancelled, "cancel");
  await office.at(postponed, "programme.ts#postponeEventAction");
  const entrance = { membersOnly: "on", membersBy: "list" };
  await office.at(members, "programme.ts#changeEntranceAction", entrance);
  await office.publish(members);
  return { cancelled, postponed, members, forNothing };
}

/** A message that no registration needs, sent, so that there is a page on which to end such mails. */
async function sentMessage(office: OfficeOverHttp, event: Planned, { email }: Registered) {
  const page = `${event.page}/mails`;
  const write = (purpose: string, subjectDe: string) =>
    office.say(page, "notifications.ts#saveCircularAction", {
      ...{ eventId: event.id, back: page, locale: "de", statuses: "confirmed", purpose, subjectDe },
      bodyDe: "Guten Tag {name},\n\nes gibt etwas Neues.",
    });
  const newest = "select id as value from circulars where event_id = $1 order by created_at desc limit 1";
  await write("news", "Was wir sonst noch planen");
  const circularId = await foundBy(newest, [event.id]);
  await office.say(`${page}/${circularId}`, "notifications.ts#releaseCircularAction", {
    ...{ eventId: event.id, circularId },
  });
  const { pathname, search } = new URL(
    linkIn(await mailOfKind(email, "circular.sent"), "/unsubscribe?token="),
  );
  await write("event", "Noch eine Stunde");
  return { unsubscribe: `${pathname}${search}`, draftMessage: await foundBy(newest, [event.id]) };
}

/** Somebody who is offered a role in the office, signed in. */
async function offeredRole(office: OfficeOverHttp) {
  const email = freshAddress("buero");
  const networkId = await foundBy("select id as value from networks where slug = $1", [
    DESK.split("/").at(-1) ?? "",
  ]);
  const form = { networkId, email, role: "observer", locale: "de" };
  await office.say(`${DESK}/office/roles`, "alliance.ts#offerRoleAction", form);
  const members = { networkId, text: `${freshAddress("mitglied")}\n${freshAddress("mitglied")}` };
  await office.say(`${DESK}/office`, "alliance.ts#addMembersAction", members);
  const domain = { networkId, domain: `d${Date.now().toString(36)}.example.org` };
  await office.say(`${DESK}/office`, "alliance.ts#addMemberDomainAction", domain);
  const offer = new URL(linkIn(await mailOfKind(email, "role.offered"), "/o/offered/")).pathname;
  return { offer, invited: await new Visitor().signInByMail(email) };
}

/** Talks and the board of the same people. */
async function talksAndBoard() {
  const talks = await talkWorld();
  return { ...talks, ...(await boardWorld(talks.talks.people)) };
}

async function makeWorld() {
  const office = new OfficeOverHttp();
  await office.organizer.signInAs("organizer");
  const { event: rich, own } = await richEvent(office);
  const code = await foundBy(
    "select code as value from invitations where event_id = $1 and label like 'Fach%'",
    [rich.id],
  );
  return {
    ...{ rich, own, code },
    ...(await fullEvent(office)),
    ...(await askedEvent(office)),
    ...(await doorEvent(office)),
    ...(await ownWeek(office)),
    ...(await changedEvents(office)),
    ...(await sentMessage(office, rich, own)),
    ...(await offeredRole(office)),
    ...(await twoInOne(own)),
    ...(await planWorld(office)),
    ...(await talksAndBoard()),
    demoWeek: await foundBy("select slug as value from series where slug like 'clusterwoche-%'", []),
    organizer: office.organizer,
    participant: await new Visitor().signInAs("participant"),
  };
}

let world: Promise<World> | undefined;
/** Made once for all pictures that one process takes. */
export function theWorld(): Promise<World> {
  world ??= makeWorld();
  return world;
}
