import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { appointmentsOf } from "../internal/appointments";
import { ASKS_FOR_MORE_MS } from "../rules";
import { reasonsWith } from "./listings";
import { meetingViews } from "./meetings";
import { presentAmong } from "./present";
import { personsOf } from "./sides";
import { canExtend, coursesOf, otherSlots, ownNotes, partnerLeavesAt, type Sides } from "./talk-course";

type Appointment = Awaited<ReturnType<typeof appointmentsOf>>[number];

/** A talk that ended this recently is still asked about in the room. */
const RECENT_MS = 30 * 60_000;

const sent = (slots: readonly { startsAt: Date }[]) => slots[0]?.startsAt.toISOString() ?? null;

/** What only the talk that is on needs to know, each part only where it can be of use. */
async function liveOf(appointment: Appointment, waitsInVain: boolean, now: Date) {
  const isEnding = now.getTime() >= appointment.meeting.endsAt.getTime() - ASKS_FOR_MORE_MS;
  return {
    nextSlot: waitsInVain ? sent(await otherSlots(appointment, now)) : null,
    canExtend: isEnding && (await canExtend(appointment, now)),
    partnerLeavesAt: (isEnding && (await partnerLeavesAt(appointment))?.toISOString()) || null,
  };
}

/** How each of these talks goes, for the room. */
async function goingOf(appointments: readonly Appointment[], now: Date) {
  const courses = await coursesOf(appointments, now);
  const going = appointments.map(async (appointment) => {
    const course = courses.get(appointment.meeting.id);
    const { isNudged, isPartnerMissing, waitsInVain, extension, contact } = course ?? NOTHING;
    const live = await liveOf(appointment, waitsInVain, now);
    return [
      appointment.meeting.id,
      { isNudged, isPartnerMissing, waitsInVain, extension, contact, ...live },
    ] as const;
  });
  return new Map(await Promise.all(going));
}

const nobody: Sides = { mine: false, said: [], open: [] };
const NOTHING = {
  ...{ isNudged: false, isPartnerMissing: false, waitsInVain: false },
  ...{ extension: nobody, contact: nobody },
};
const AHEAD = { ...NOTHING, nextSlot: null, canExtend: false, partnerLeavesAt: null };

type Named = { personId: Id<"person">; name: string };

/** Who has said something and who has not, by their names: the room knows nobody's id. */
function named<Going extends { extension: Sides; contact: Sides }>(going: Going, others: readonly Named[]) {
  const namesOf = (ids: readonly Id<"person">[]) =>
    others.flatMap(({ personId, name }) => (ids.includes(personId) ? [name] : []));
  const sidesOf = ({ mine, said, open }: Sides) => ({ mine, said: namesOf(said), open: namesOf(open) });
  return { ...going, extension: sidesOf(going.extension), contact: sidesOf(going.contact) };
}

/**
 * The viewer's talks in one event for its room: with whom, whether they are there, why it fits, how it goes, and what came
 * of it.
 */
export async function roomTalksOf(viewer: Actor, eventId: Id<"event">, now = clockNow()) {
  const ids = await personsOf(db(), viewer);
  const endingAfter = new Date(now.getTime() - RECENT_MS);
  const appointments = await appointmentsOf(db(), ids, { eventId, endingAfter });
  const talks = await meetingViews(db(), appointments, now);
  const partners = [...new Set(talks.map(({ partner }) => partner.personId))];
  const begun = appointments.filter(({ meeting }) => meeting.startsAt <= now);
  const rounds = new Map(appointments.map(({ meeting }) => [meeting.id, meeting.roundId]));
  const [present, reasons, going, notes] = await Promise.all([
    presentAmong(eventId, partners, now),
    reasonsWith(viewer, partners, eventId),
    goingOf(begun, now),
    ownNotes(appointments),
  ]);
  return {
    serverNow: now.toISOString(),
    talks: talks.map(({ meetingId, startsAt, endsAt, partner, others, outcome }) => ({
      meetingId,
      roundId: rounds.get(meetingId) ?? null,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      partner: { ...partner, present: present.has(partner.personId) },
      others: others.map(({ name }) => name),
      reasons: reasons.get(partner.personId) ?? [],
      outcome,
      note: notes.get(meetingId) ?? "",
      going: named(going.get(meetingId) ?? AHEAD, [partner, ...others]),
    })),
  };
}
