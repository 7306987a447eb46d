import "server-only";
import { db, type Reader } from "@/db/client";
import { findPerson } from "@/domain/people/queries";
import type { Actor } from "@/domain/policy";
import type { Holder } from "@/domain/registration/queries/of-person";
import type { Locale } from "@/lib/i18n/locales";
import type { Entry, PersonalData, Section } from "../rules";
import {
  heldActivity,
  heldCalendar,
  heldCirculars,
  heldMails,
  heldProfile,
  heldRefusals,
  heldRoles,
  heldSignIns,
  heldSpeakers,
} from "./held-account";
import { heldAvailability } from "./held-availability";
import { heldEntries } from "./held-entries";
import { heldMessages, heldRooms, heldStays } from "./held-presence";
import { heldQuestions } from "./held-questions";
import { heldAnswers, heldConsents, heldRegistrations } from "./held-registrations";
import { heldListings, heldRequests, heldTalks } from "./held-talks";

type Asked = { locale: Locale; now: Date };
type Read = (reader: Reader, holder: Holder, asked: Asked) => Promise<Entry[]>;

/** The compiler asks for a reader of every part. */
const reads: Record<Section, Read> = {
  profile: heldProfile,
  roles: heldRoles,
  signIns: heldSignIns,
  registrations: heldRegistrations,
  answers: (reader, holder, { locale }) => heldAnswers(reader, holder, locale),
  consents: (reader, holder, { locale }) => heldConsents(reader, holder, locale),
  talks: heldTalks,
  requests: heldRequests,
  listings: heldListings,
  entries: heldEntries,
  availability: heldAvailability,
  rooms: (reader, holder, { now }) => heldRooms(reader, holder, now),
  stays: heldStays,
  messages: heldMessages,
  questions: heldQuestions,
  mails: heldMails,
  refusals: heldRefusals,
  calendar: heldCalendar,
  speakers: heldSpeakers,
  circulars: heldCirculars,
  activity: heldActivity,
};

/**
 * Everything that is held about the viewer, by part (Art. 15, 20). Names nobody else but the partners of talks. Whether
 * they have just signed in is asked by the caller. Undefined for guests, of whom no address is proven.
 */
export async function personalDataOf(
  viewer: Actor,
  asked: Asked,
  reader: Reader = db(),
): Promise<PersonalData | undefined> {
  const person = viewer.type === "person" ? await findPerson(viewer.personId, reader) : undefined;
  if (!person) return undefined;
  const holder = { personId: person.id, email: person.email };
  const read = (section: Section) => reads[section](reader, holder, asked);
  return {
    profile: await read("profile"),
    roles: await read("roles"),
    signIns: await read("signIns"),
    registrations: await read("registrations"),
    answers: await read("answers"),
    consents: await read("consents"),
    talks: await read("talks"),
    requests: await read("requests"),
    listings: await read("listings"),
    entries: await read("entries"),
    availability: await read("availability"),
    rooms: await read("rooms"),
    stays: await read("stays"),
    messages: await read("messages"),
    questions: await read("questions"),
    mails: await read("mails"),
    refusals: await read("refusals"),
    calendar: await read("calendar"),
    speakers: await read("speakers"),
    circulars: await read("circulars"),
    activity: await read("activity"),
  };
}
