import { and, arrayContains, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";
import { answerIn, hasAnswered } from "../queries/by-answer";
import { isOnList } from "../queries/on-list";
import { hasNotFollowed, type Sight } from "../queries/unanswered";
import type { ListChoice, Picked } from "../schema";

type Choice = Pick<ListChoice, "q" | "status" | "attendance" | "tag" | "answer"> & Sight;

/** On the list, by an address that nobody has proven. */
export const isUnproven = and(isOnList, isNull(registrations.provenAt));

const inState = ({ inConfidence }: Sight) =>
  ({
    all: undefined,
    pending: eq(registrations.status, "pending"),
    confirmed: eq(registrations.status, "confirmed"),
    waiting: eq(registrations.status, "waiting"),
    offered: eq(registrations.status, "offered"),
    declined: eq(registrations.status, "declined"),
    cancelled: eq(registrations.status, "cancelled"),
    unproven: isUnproven,
    unanswered: hasNotFollowed({ inConfidence }),
  }) satisfies Record<ListChoice["status"], SQL | undefined>;

const searched = sql`lower(${registrations.name} || ' ' || ${registrations.organisation} || ' ' || ${registrations.email})`;

/** Every word has to stand in name, organisation or address. A word is text: `%` finds a percent sign. */
const holdsWords = (q: string): SQL[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => sql`strpos(${searched}, lower(${word}::text)) > 0`);

/** Half an answer is nobody's: it must not mean everybody. */
function answeredAs(text: string): SQL | undefined {
  if (text === "") return undefined;
  const given = answerIn(text);
  return given ? hasAnswered(given) : sql`false`;
}

/** The rows of an event that a choice leaves. */
export const chosen = (
  eventId: Id<"event">,
  { q, status, attendance, tag, answer, inConfidence }: Choice,
): SQL | undefined =>
  and(
    eq(registrations.eventId, eventId),
    inState({ inConfidence })[status],
    attendance === "all" ? undefined : eq(registrations.attendance, attendance),
    // The first condition is that of the index, which is small where few carry a tag.
    tag === ""
      ? undefined
      : and(sql`cardinality(${registrations.tags}) > 0`, arrayContains(registrations.tags, [tag])),
    answeredAs(answer),
    ...holdsWords(q),
  );

/**
 * The rows that somebody has ticked, or everybody whom their choice leaves; of this event and no other. For commands of the
 * desk, whose permissions all go with that to read what was said in confidence.
 */
export const pickedRows = (eventId: Id<"event">, { registrationIds, everyone }: Picked): SQL | undefined =>
  everyone
    ? chosen(eventId, { ...everyone, inConfidence: true })
    : and(eq(registrations.eventId, eventId), inArray(registrations.id, registrationIds));
