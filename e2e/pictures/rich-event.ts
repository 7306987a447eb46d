import { z } from "zod";
import { sql } from "../fixtures/database";
import { fileForm } from "../fixtures/file-form";
import { berlinTime } from "../pages/desk-page";
import type { Planned } from "../security/planning-over-http";
import { freshAddress } from "../security/registering-over-http";
import { comesTo, foundBy, inDays, type OfficeOverHttp, type Registered, registers } from "./office";

const BEGINS = inDays(20);
const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");

const after = (minutes: number) => berlinTime(new Date(BEGINS.getTime() + minutes * 60_000));

/** When an item begins and how long it is, in minutes, and what its form says besides. */
type Item = { at: number; minutes: string; form: Record<string, string> };
const agenda: readonly Item[] = [
  {
    ...{ at: -30, minutes: "20" },
    form: { title: "Tonprobe", isInternal: "on", crew: "Regie", notes: "Mikrofon 2 ist stumm" },
  },
  {
    ...{ at: 0, minutes: "15" },
    form: { title: "Ankommen und Begrüßung", scene: "Folie 1", speakerNames: "Ada Neumann" },
  },
  {
    ...{ at: 15, minutes: "45" },
    form: {
      ...{ title: "Sensoren nachrüsten, ohne die Linie anzuhalten", track: "Saal A", place: "Raum 1.04" },
      ...{ speakerNames: "Ada Neumann, Bastian Kröger", scene: "Kamera 2" },
    },
  },
  {
    ...{ at: 15, minutes: "20" },
    form: { title: "Förderung kurz erklärt", track: "Saal B", speakerNames: "Carla Ott" },
  },
  {
    ...{ at: 35, minutes: "25" },
    form: { title: "Daten teilen mit Zulieferern", track: "Saal B", mode: "roundtable" },
  },
  { at: 60, minutes: "30", form: { title: "Schlussrunde" } },
];

async function planAgenda(office: OfficeOverHttp, event: Planned): Promise<void> {
  await sql(z.object({}), "delete from sessions where event_id = $1", [event.id]);
  for (const { at, minutes, form } of agenda) {
    const item = { ...form, startsLocal: after(at), durationMinutes: minutes };
    await office.at(event, "programme.ts#saveSessionAction", item);
  }
  const speakerId = await foundBy(
    "select id as value from speakers where event_id = $1 and name like 'Ada%'",
    [event.id],
  );
  await office.at(event, "programme.ts#saveSpeakerAction", {
    ...{ speakerId, name: "Ada Neumann", organisation: "Institut für Messtechnik", role: "Leiterin" },
    ...{ bioDe: "Misst seit zwanzig Jahren, was andere schätzen.", bioEn: "Has measured for twenty years." },
  });
}

async function preparePolls(office: OfficeOverHttp, event: Planned): Promise<void> {
  await office.at(event, "interaction.ts#savePollAction", {
    ...{ kind: "single", question: "Womit fangen Sie an?" },
    answers: "Vibrationen messen\n* Daten sichten\nErst einmal mit niemandem",
  });
  await office.at(event, "interaction.ts#savePollAction", { kind: "words", question: "Was nehmen Sie mit?" });
}

async function bringMaterials(office: OfficeOverHttp, event: Planned): Promise<void> {
  const fields = { audience: "everyone", locale: "de", back: event.page, title: "Anfahrt und Lageplan" };
  await office.organizer.ask(`/api/events/${event.id}/files`, {
    raw: fileForm({ name: "anfahrt.pdf", content: PDF, fields }),
    headers: { accept: "application/json" },
  });
  const link = { title: "Aufzeichnung vom letzten Jahr", url: "https://example.org/aufzeichnung" };
  await office.at(event, "programme.ts#saveMaterialAction", link);
}

const choice = {
  kind: "choice",
  labelDe: "In welcher Rolle kommen Sie?",
  labelEn: "In which role do you come?",
};
const questions: readonly Record<string, string>[] = [
  { kind: "long", labelDe: "Was möchten Sie mitnehmen?", labelEn: "What would you like to take home?" },
  { kind: "number", labelDe: "Wie viele Sensoren betreiben Sie?", labelEn: "How many sensors do you run?" },
  { kind: "date", labelDe: "Wann wollen Sie anfangen?", labelEn: "When do you want to begin?" },
  {
    kind: "rating",
    labelDe: "Wie gut kennen Sie sich aus?",
    labelEn: "How well do you know your way around?",
  },
  { kind: "file", labelDe: "Ihr Datenblatt", labelEn: "Your data sheet", fileKinds: "pdf", megabytes: "5" },
  { kind: "consent", labelDe: "Fotos von mir dürfen erscheinen.", labelEn: "Pictures of me may be shown." },
  {
    ...{ kind: "text", labelDe: "Wann kommen Sie an?", labelEn: "When do you arrive?" },
    ...{ stage: "followUp", required: "on" },
  },
];
const purpose = { purposeDe: "Planung der Gruppen", purposeEn: "Making up the groups" };

/** One question of every kind; the second one waits for an answer to the first. */
async function buildForm(office: OfficeOverHttp, event: Planned): Promise<void> {
  const ask = (form: Record<string, string>) =>
    office.at(event, "forms.ts#saveQuestionAction", { ...purpose, ...form });
  await ask({
    ...choice,
    ...{ optionsDe: "Betrieb\nHochschule", optionsEn: "Company\nUniversity", required: "on" },
  });
  await ask({
    ...{ kind: "choices", labelDe: "Welche Verfahren setzen Sie ein?", labelEn: "Which methods do you use?" },
    ...{ optionsDe: "Optisch\nInduktiv\nAkustisch", optionsEn: "Optical\nInductive\nAcoustic" },
    showIf: `${await roleQuestion(event)}:${await option(event, 0)}`,
  });
  for (const question of questions) await ask(question);
}

const ROLE = "from form_questions where event_id = $1 and definition->'label'->>'de' = $2";
const roleQuestion = ({ id }: Planned) => foundBy(`select id as value ${ROLE}`, [id, choice.labelDe]);
const option = ({ id }: Planned, index: number) =>
  foundBy(`select definition->'options'->${index}->>'id' as value ${ROLE}`, [id, choice.labelDe]);

const names = [
  ["Björn Adler", "Werk Süd GmbH", "onsite"],
  ["Cäcilie Brandt", "", "online"],
  [
    "Dr. Dörte von Sassen-Hohenfels zu Altenmark",
    "Hochschule für angewandte Wissenschaften Musterstadt",
    "onsite",
  ],
  ["Emre Çelik", "Sensorhaus", "online"],
  ["Frieda Öhlmann", "Landwerk eG", "onsite"],
  ["Guido Peters", "", "online"],
] as const;

async function fillList(office: OfficeOverHttp, event: Planned): Promise<Registered> {
  const role = `q.${await roleQuestion(event)}`;
  const answers = [await option(event, 0), await option(event, 1)];
  for (const [index, [name, organisation, attendance]] of names.entries())
    await comesTo(event, { name, organisation, attendance, [role]: answers[index % 2] ?? "" });
  const first = await foundBy(
    "select id as value from registrations where event_id = $1 and name like 'Bj%'",
    [event.id],
  );
  const tagged = { registrationIds: first, tag: "Presse", change: "add" };
  await office.at(event, "registration.ts#tagRegistrationsAction", tagged);
  return registers(event, {
    ...{ name: "Anke Beispiel", organisation: "Beispielwerk", attendance: "onsite" },
    [role]: answers[0] ?? "",
  });
}

/** What the office has said besides: who is invited, who helps, and what the mails say. */
async function prepareDesk(office: OfficeOverHttp, event: Planned): Promise<void> {
  await office.at(event, "registration.ts#createInvitationAction", {
    ...{ label: "Fachgruppe Messtechnik", maxUses: "5", expiresLocal: after(-2 * 24 * 60) },
  });
  await office.at(event, "registration.ts#invitePeopleAction", {
    ...{ text: `${freshAddress("gast")}\n${freshAddress("ehrengast")}`, locale: "de" },
  });
  await office.at(event, "alliance.ts#offerEventRoleAction", {
    ...{ email: freshAddress("einlass"), role: "check_in", locale: "de" },
  });
  await office.at(event, "notifications.ts#changeMailWordingAction", {
    ...{ mail: "confirmed", subjectDe: "Schön, dass Sie dabei sind", subjectEn: "Good to have you" },
    ...{ textDe: "Guten Tag {name},\n\nwir freuen uns auf Sie.", textEn: "Dear {name},\n\nsee you soon." },
  });
  await office.at(event, "planning.ts#saveTemplateAction", {
    name: `Messtechniktag ${event.slug.slice(-5)}`,
  });
}

/** A hybrid event with everything that an office can plan, and with people on its list. */
export async function richEvent(office: OfficeOverHttp): Promise<{ event: Planned; own: Registered }> {
  const title = "Messtechnik im Mittelstand: Daten, die sich auszahlen";
  const event = await office.draft({ title, template: "hybrid", startsAt: BEGINS });
  await office.at(event, "programme.ts#updateEventAction", {
    ...{ place: "Haus der Technik, Saal 2, Ringstraße 5, Musterstadt", topics: "sensorik" },
    summary: "Vier Betriebe zeigen, wie sie mit wenigen Sensoren Ausschuss und Strom sparen.",
    description:
      "Am Vormittag hören Sie Berichte aus der Praxis.\n\nDanach rechnen wir an Ihren eigenen Daten.",
    ...{
      registrationOpensLocal: berlinTime(new Date(Date.now() - 86_400_000)),
      registrationClosesLocal: after(-60),
    },
  });
  await planAgenda(office, event);
  await buildForm(office, event);
  await preparePolls(office, event);
  await bringMaterials(office, event);
  const seats = { capacity: "40", onsiteCapacity: "12", waitlist: "on" };
  await office.at(event, "registration.ts#changeCapacityAction", seats);
  await office.at(event, "registration.ts#changeSeatRulesAction", { switchHours: "24", offerHours: "12" });
  await office.publish(event);
  const own = await fillList(office, event);
  await prepareDesk(office, event);
  return { event, own };
}
