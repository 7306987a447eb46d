import { overlapsOf } from "@/domain/programme/rules";
import { isLongEvent } from "@/domain/programme/rules/long-events";

/** What takes place at the same time: an event, a talk by who it is with, or what the person has to say on a stage. */
export type Beside = { kind: "event" | "talk" | "stage"; title: string };
export type Besides = {
  /** Nobody can be in both. */
  clashes: readonly Beside[];
  /** Long events during which this takes place. */
  around: readonly Beside[];
  /** What is shorter and takes place during this long event. */
  within: readonly Beside[];
};

/** What of an entry of the week matters here. */
type Timed = { key: string; startsAt: Date; endsAt: Date; over: boolean };
type Held = { personId: string | null; email: string; event: { id: string; title: string; status: string } };
type Agreed = { me: string; partner: { name: string }; event: { id: string } };
type Spoken = Record<"sessionId" | "personId" | "eventId" | "title", string> &
  Pick<Timed, "startsAt" | "endsAt">;
export type Listed = Timed & ({ kind: "event"; registration: Held } | { kind: "talk"; meeting: Agreed });

type Item = Beside & { id: string; who: string; eventId: string; startsAt: Date; endsAt: Date };

/** One browser can hold the links of several people, and an address may be proven at one event and not at another. */
function personsOf(entries: readonly Listed[]): (entry: Listed) => string {
  const registrations = entries.flatMap((entry) => (entry.kind === "event" ? [entry.registration] : []));
  const proven = new Map(
    registrations.flatMap(({ email, personId }) => (personId ? [[email, personId]] : [])),
  );
  return (entry) => {
    if (entry.kind === "talk") return entry.meeting.me;
    const { personId, email } = entry.registration;
    return personId ?? proven.get(email) ?? email;
  };
}

function itemOf(entry: Listed, who: string): Item[] {
  const { key: id, startsAt, endsAt } = entry;
  if (entry.over) return [];
  if (entry.kind === "talk") {
    const { event, partner } = entry.meeting;
    return [{ kind: "talk", id, who, eventId: event.id, title: partner.name, startsAt, endsAt }];
  }
  const { event } = entry.registration;
  if (event.status !== "published" && event.status !== "live") return [];
  return [{ kind: "event", id, who, eventId: event.id, title: event.title, startsAt, endsAt }];
}

const ofStage = ({ sessionId: id, personId: who, eventId, title, startsAt, endsAt }: Spoken): Item => ({
  ...{ kind: "stage", id, who, eventId, title, startsAt, endsAt },
});

const isLong = (item: Item) => item.kind === "event" && isLongEvent(item);

/** An event is there for its talks and for what somebody says on its stage, and these take place inside it. */
const isPartOf = (one: Item, other: Item) =>
  one.eventId === other.eventId && (one.kind === "event" || other.kind === "event");

function besidesOf(one: Item, others: readonly Item[]): Besides {
  const own = others.filter((other) => other.who === one.who && !isPartOf(one, other));
  const where = (wanted: (other: Item) => boolean): Beside[] =>
    own.filter(wanted).map(({ kind, title }) => ({ kind, title }));
  return {
    clashes: where((other) => isLong(one) === isLong(other)),
    around: where((other) => !isLong(one) && isLong(other)),
    within: where((other) => isLong(one) && !isLong(other)),
  };
}

/**
 * By the key of an entry what the same person has at the same time. Two short ones clash, and so do two long ones; a short
 * one beside a long event is only told, on both.
 */
export function besidesIn(
  entries: readonly Listed[],
  stage: readonly Spoken[],
): ReadonlyMap<string, Besides> {
  const whoOf = personsOf(entries);
  const items = [...entries.flatMap((entry) => itemOf(entry, whoOf(entry))), ...stage.map(ofStage)];
  const overlaps = overlapsOf(items);
  return new Map(
    items.flatMap((item) => {
      const besides = besidesOf(item, overlaps.get(item.id) ?? []);
      return Object.values(besides).some((list) => list.length > 0) ? [[item.id, besides] as const] : [];
    }),
  );
}
