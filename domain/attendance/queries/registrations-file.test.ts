import { expect, it } from "vitest";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { guest, organizerActor } from "@/db/testing/actors";
import { aFileQuestion, anAnswer, anUpload, aPlaceChoice, aQuestion } from "@/db/testing/forms";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, aStay, at } from "@/db/testing/rooms";
import type { Actor } from "@/domain/policy";
import { origin } from "@/lib/env";
import { spreadsheetTime } from "@/lib/time/format";
import { offsetTime } from "@/lib/time/offset";
import { registrationsFile } from "./registrations-file";

type Asked = Parameters<typeof registrationsFile>[1];

async function linesOf(viewer: Actor, asked: Asked): Promise<string[]> {
  const file = await registrationsFile(viewer, asked);
  if (!file) throw new Error("there is no file for this viewer");
  let text = "";
  for (let part = file.parts.next(); !part.done; part = file.parts.next()) text += part.value;
  return text.split("\r\n");
}

/** Two people, who asked in the two hours that the clocks of Berlin both show as half past two. */
async function aList() {
  const network = await aNetwork();
  const event = await anEvent({ network });
  await aRegistration(event, {
    name: "=1+1",
    organisation: "Müller & Söhne; Köln",
    email: "ada@example.org",
    place: 1,
    createdAt: new Date("2026-10-25T00:30:00Z"),
    provenAt: new Date(),
    talksOptIn: true,
    tags: ["VIP", "=Presse"],
  });
  await aRegistration(event, {
    name: "Änne Groß",
    email: "aenne+liste@example.org",
    place: 2,
    createdAt: new Date("2026-10-25T01:30:00Z"),
    status: "waiting",
    attendance: "onsite",
  });
  return { event, organizer: organizerActor(await anOrganizer(network), network) };
}

it("S50: is a table that a German Excel opens, with German dates and without a formula", async () => {
  const { event, organizer } = await aList();
  const asked = { eventId: event.id, format: "excel", locale: "de", now: new Date() } as const;
  expect(await linesOf(organizer, asked)).toEqual([
    '\ufeff"Name";"Organisation";"E-Mail";"Status";"Teilnahme";"Platz auf der Warteliste";"Angemeldet am";"Zeitzone";"Adresse bestätigt";"Gespräche";"Etiketten";"Eingelassen am (Ortszeit)";"Im Raum seit (Ortszeit)";"Anwesend (Minuten)"',
    `"'=1+1";"Müller & Söhne; Köln";"ada@example.org";"Bestätigt";"online";;"25.10.2026 02:30";"MESZ";"ja";"ja";"VIP, =Presse";;;`,
    '"Änne Groß";"";"aenne+liste@example.org";"Warteliste";"vor Ort";1;"25.10.2026 02:30";"MEZ";"nein";"nein";"";;;',
    "",
  ]);
  expect((await registrationsFile(organizer, asked))?.name).toBe(`anmeldungen-${event.slug}.csv`);
});

it("is a table for programs, with the offset of each moment and the words of the reader", async () => {
  const { event, organizer } = await aList();
  const asked = { eventId: event.id, format: "rfc4180", locale: "en", now: new Date() } as const;
  expect(await linesOf(organizer, asked)).toEqual([
    '"Name","Organisation","E-mail","Status","Attendance","Place on the waiting list","Registered at","Time zone","Address confirmed","Talks","Tags","Checked in at (local time)","In the room since (local time)","Present (minutes)"',
    `"'=1+1","Müller & Söhne; Köln","ada@example.org","Confirmed","online",,"2026-10-25T02:30:00+02:00","Europe/Berlin","yes","yes","VIP, =Presse",,,`,
    '"Änne Groß","","aenne+liste@example.org","Waiting list","on site",1,"2026-10-25T02:30:00+01:00","Europe/Berlin","no","no","",,,',
    "",
  ]);
  expect((await registrationsFile(organizer, asked))?.name).toBe(`registrations-${event.slug}.csv`);
});

it("P20: says how long each was there once the event has begun, and nothing to others", async () => {
  const network = await aNetwork();
  const { event, people } = await aLiveEvent({ network, guests: 2 });
  const [ada] = people;
  if (!ada) throw new Error("somebody is needed");
  const organizer = organizerActor(await anOrganizer(network), network);
  const asked = { eventId: event.id, format: "excel", locale: "de", now: at(600) } as const;
  const minutes = async () =>
    (await linesOf(organizer, asked))
      .slice(1, -1)
      .map((line) => line.split(";").at(-1))
      .sort();
  expect(await minutes()).toEqual(["0", "0"]);
  await aStay(event, ada);
  expect(await minutes()).toEqual(["0", "10"]);
  expect(await registrationsFile(guest, asked)).toBeUndefined();
});

it("says when each was let in at the door and came into the room, by the clock of the event", async () => {
  const network = await aNetwork();
  const { event, people } = await aLiveEvent({ network, guests: 3 });
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("two are needed");
  const organizer = organizerActor(await anOrganizer(network), network);
  const seatOf = ({ actor }: typeof ada) => {
    const [seat] = actor.type === "guest" ? actor.seats : [];
    if (!seat) throw new Error("a guest with a seat is needed");
    return seat.registrationId;
  };
  const letIn = { eventId: event.id, via: "code" as const };
  await db()
    .insert(checkIns)
    .values([
      { ...letIn, registrationId: seatOf(ada), at: at(-120) },
      { ...letIn, registrationId: seatOf(ben), at: at(-60), undoneAt: at(-30) },
    ]);
  await aStay(event, ada, { from: 300 });
  await aStay(event, ada, { from: 5, to: 60 });
  await aStay(event, ben, { from: 10 });
  const came = async (format: "excel" | "rfc4180") => {
    const [, ...lines] = await linesOf(organizer, { eventId: event.id, format, locale: "de", now: at(600) });
    return lines.slice(0, -1).map((line) => line.split(format === "excel" ? ";" : ",").slice(11, 13));
  };
  const german = (moment: Date) => `"${spreadsheetTime({ at: moment, zone: event.timeZone })}"`;
  expect((await came("excel")).sort()).toEqual(
    [
      [german(at(-120)), german(at(5))],
      ["", german(at(10))],
      ["", ""],
    ].sort(),
  );
  const offset = (moment: Date) => `"${offsetTime(moment, event.timeZone)}"`;
  expect((await came("rfc4180")).sort()).toEqual(
    [
      [offset(at(-120)), offset(at(5))],
      ["", offset(at(10))],
      ["", ""],
    ].sort(),
  );
});

it("S50, P21: has a column for each question, below its own words, and what is confidential only when asked for", async () => {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const [first, second] = [
    await aRegistration(event, { place: 1 }),
    await aRegistration(event, { place: 2 }),
  ];
  const place = await aQuestion(event, aPlaceChoice);
  const hopes = await aQuestion(event);
  const guests = await aQuestion(event, { kind: "number", label: { de: "Gäste", en: "Guests" } });
  const diet = await aQuestion(event, { label: { de: "Essen", en: "Food" }, sensitive: true });
  await anAnswer(first, place, "site");
  await anAnswer(first, hopes, "=1+1");
  await anAnswer(first, guests, 2);
  await anAnswer(second, diet, "keine Nüsse");
  const paper = await aQuestion(event, { ...aFileQuestion, stage: "followUp" });
  const { id } = await anUpload({ eventId: event.id, question: paper, registration: second });
  const link = `"Plan.pdf ${origin()}/api/uploads/${id}"`;
  const organizer = organizerActor(await anOrganizer(network), network);
  const asked = { eventId: event.id, format: "excel", locale: "de", now: new Date() } as const;
  const answers = async (sensitive: boolean) =>
    (await linesOf(organizer, { ...asked, sensitive }))
      .slice(0, -1)
      .map((line) => line.split(";").slice(14).join(";"));
  expect(await answers(false)).toEqual([
    '"Wo nehmen Sie teil?";"Was erwarten Sie?";"Gäste";"Ihr Lebenslauf"',
    `"Vor Ort";"'=1+1";2;`,
    `;;;${link}`,
  ]);
  expect(await answers(true)).toEqual([
    '"Wo nehmen Sie teil?";"Was erwarten Sie?";"Gäste";"Essen";"Ihr Lebenslauf"',
    `"Vor Ort";"'=1+1";2;;`,
    `;;;"keine Nüsse";${link}`,
  ]);
});
