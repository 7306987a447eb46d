import { z } from "zod";
import { interactionFacts } from "@/domain/interaction/events";
import { hallOf } from "@/domain/interaction/rules/questions";
import { sheetsOf } from "@/domain/interaction/rules/sheets";
import { registrationPayload } from "@/domain/registration/events";
import { roomFacts } from "@/domain/rooms/events";
import type { Topic } from "./protocol";

/** A notice for one channel: an event (everybody in it), an admission (one person's tabs) or an event's desk. */
export type Notice = { channel: string; topic: Topic };
export type ToldFact = { kind: string; payload: unknown };

/** The channel of whoever plans an event's talks: what is searched and drafted there is nobody else's to know. */
export const deskOf = (eventId: string): string => `desk:${eventId}`;

const to = (channel: string, ...topics: Topic[]): Notice[] => topics.map((topic) => ({ channel, topic }));
const each = (ids: readonly string[], topic: Topic): Notice[] => ids.map((channel) => ({ channel, topic }));

/** That two write to each other alone, and when, is nobody else's to hear. */
const readers = ({ eventId, onlyFor }: { eventId: string; onlyFor: string[] }, topic: Topic): Notice[] =>
  onlyFor.length > 0 ? each(onlyFor, topic) : to(eventId, topic);

/** One row: what the fact must carry, and whom it concerns. A payload that does not parse concerns nobody. */
const row =
  <Schema extends z.ZodType>(schema: Schema, notices: (payload: z.output<Schema>) => Notice[]) =>
  (payload: unknown): Notice[] => {
    const parsed = schema.safeParse(payload);
    return parsed.success ? notices(parsed.data) : [];
  };

const meeting = z.object({ eventId: z.string() });
/** What two people say to each other, and what the desk's matrix shows besides. */
const talks = row(meeting, ({ eventId }) => to(eventId, "talks"));
const shown = row(meeting, ({ eventId }) => [eventId, deskOf(eventId)].flatMap((one) => to(one, "talks")));
const asked = row(meeting, ({ eventId }) =>
  [eventId, hallOf(eventId)].flatMap((one) => to(one, "questions")),
);
const voted = row(meeting, ({ eventId }) => [eventId, hallOf(eventId)].flatMap((one) => to(one, "votes")));
/** Questions are taken in the hall while the event is live and not frozen. */
const hallToo = (eventId: string) => to(hallOf(eventId), "questions");
const planning = row(meeting, ({ eventId }) => to(deskOf(eventId), "plan"));

/** Facts -> signals: the whole table. Facts without a row are nobody's business in a room. */
const table: Record<string, (payload: unknown) => Notice[]> = {
  "room.opened": row(roomFacts["room.opened"], ({ eventId }) => [
    ...to(eventId, "session", "placement", "hands", "stage"),
    ...hallToo(eventId),
  ]),
  "room.ended": row(roomFacts["room.ended"], ({ eventId }) => [
    ...to(eventId, "session", "placement", "stage"),
    ...hallToo(eventId),
  ]),
  "session.changed": row(roomFacts["session.changed"], ({ eventId }) => [
    ...to(eventId, "session", "placement", "stage"),
    ...hallToo(eventId),
  ]),
  "round.opened": row(roomFacts["round.opened"], ({ eventId }) => to(eventId, "rounds")),
  "round.changed": row(roomFacts["round.changed"], ({ eventId }) => to(eventId, "rounds")),
  "round.recalled": row(roomFacts["round.recalled"], ({ eventId }) => to(eventId, "rounds")),
  "round.cancelled": row(roomFacts["round.cancelled"], ({ eventId }) => to(eventId, "rounds")),
  "aside.changed": row(roomFacts["aside.changed"], ({ eventId }) => to(eventId, "rounds")),
  "placement.changed": row(roomFacts["placement.changed"], ({ admissionIds }) =>
    each(admissionIds, "placement"),
  ),
  "stage.changed": row(roomFacts["stage.changed"], ({ eventId }) => to(eventId, "stage")),
  "participant.removed": row(roomFacts["participant.removed"], ({ eventId, admissionId }) => [
    ...to(admissionId, "placement"),
    ...to(eventId, "people", "hands", "stage"),
  ]),
  "participant.changed": row(roomFacts["participant.changed"], ({ eventId, admissionId }) => [
    ...to(admissionId, "placement"),
    ...to(eventId, "people", "hands", "stage"),
  ]),
  "spotlight.changed": row(roomFacts["spotlight.changed"], ({ eventId }) => to(eventId, "people")),
  "presence.changed": row(roomFacts["presence.changed"], ({ eventId }) =>
    [eventId, deskOf(eventId)].flatMap((one) => to(one, "presence")),
  ),
  "chat.posted": row(interactionFacts["chat.posted"], (said) => readers(said, "chat")),
  "chat.changed": row(interactionFacts["chat.changed"], (said) => readers(said, "chat_anew")),
  "chat.hidden": row(interactionFacts["chat.hidden"], (said) => readers(said, "chat_anew")),
  "chat.set": row(interactionFacts["chat.set"], ({ eventId }) => to(eventId, "chat")),
  "captions.changed": row(interactionFacts["captions.changed"], ({ eventId }) => to(eventId, "captions")),
  "poll.changed": row(interactionFacts["poll.changed"], ({ eventId }) => to(eventId, "polls")),
  "sheet.shared": row(interactionFacts["sheet.shared"], ({ eventId }) => to(sheetsOf(eventId), "sheets")),
  "question.changed": asked,
  "question.voted": voted,
  "hand.changed": row(interactionFacts["hand.changed"], ({ eventId, admissionIds }) => [
    ...to(eventId, "hands"),
    ...each(admissionIds, "placement"),
  ]),
  // Whoever gives the place back has no hand up any more; the hosts' list is to follow.
  "registration.cancelled": row(registrationPayload, ({ eventId }) => to(eventId, "hands")),
  "meeting.requested": shown,
  "meeting.accepted": shown,
  "meeting.declined": shown,
  "meeting.countered": talks,
  "meeting.edited": talks,
  "meeting.written": talks,
  "meeting.moved": shown,
  "meeting.cancelled": shown,
  "plan.published": shown,
  "meeting.released": shown,
  "meeting.nudged": talks,
  "meeting.extension_wished": talks,
  "meeting.extended": shown,
  "meeting.contact_shared": talks,
  "meeting.guest_proposed": talks,
  "meeting.guest_invited": talks,
  "meeting.joined": shown,
  "meeting.left": shown,
  "plan.asked": planning,
  "plan.progressed": planning,
  "plan.made": planning,
  "plan.changed": planning,
};

/** The notices a fact gives rise to; none for facts that concern no room. */
export const project = ({ kind, payload }: ToldFact): Notice[] =>
  (Object.hasOwn(table, kind) ? table[kind]?.(payload) : undefined) ?? [];
