import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { taxonomyTags } from "@/db/schema/board";
import { formQuestions } from "@/db/schema/forms";
import { listings } from "@/db/schema/matchmaking";
import { answers } from "@/db/schema/registration";
import { definition, storedAnswer } from "@/domain/forms/schema";
import type { Id } from "@/lib/ids";
import type { Admission } from "../internal/admissions";

export type Topics = { seeks: ReadonlySet<string>; offers: ReadonlySet<string> };

/** What people seek and offer, by their profiles for talks; a guest without an account has none. */
export async function topicsOf(
  reader: Reader,
  people: readonly Admission[],
): Promise<Map<Id<"admission">, Topics>> {
  const personIds = people.flatMap(({ personId }) => personId ?? []);
  const rows =
    personIds.length === 0
      ? []
      : await reader
          .select({ personId: listings.personId, kind: listings.kind, tag: listings.tag })
          .from(listings)
          .where(inArray(listings.personId, personIds));
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    people.map(({ id, personId }) => {
      const own = (personId && byPerson.get(personId)) ?? [];
      const of = (kind: "need" | "offer") =>
        new Set(own.filter((row) => row.kind === kind).map(({ tag }) => tag));
      return [id, { seeks: of("need"), offers: of("offer") }];
    }),
  );
}

/** What these topics are called. Rooms have one name for everybody, so it is the German one. */
export async function topicNames(reader: Reader, tags: readonly string[]): Promise<Map<string, string>> {
  if (tags.length === 0) return new Map();
  const rows = await reader
    .select({ tag: taxonomyTags.tag, label: taxonomyTags.labelDe })
    .from(taxonomyTags)
    .where(inArray(taxonomyTags.tag, [...tags]));
  return new Map(rows.map(({ tag, label }) => [tag, label]));
}

type Asked = { eventId: Id<"event">; questionId: Id<"question"> };

/**
 * A question of this event by whose answers a room can be drawn: one with options to choose from. What was answered in
 * confidence is none, for everybody in the room would read the answer off it.
 */
export async function findDrawable(reader: Reader, { eventId, questionId }: Asked) {
  const [row] = await reader
    .select({ definition: formQuestions.definition })
    .from(formQuestions)
    .where(and(eq(formQuestions.id, questionId), eq(formQuestions.eventId, eventId)));
  const { data } = definition.safeParse(row?.definition);
  return data && isDrawable(data) ? data : undefined;
}

/** The questions of an event by whose answers rooms can be drawn. */
export async function drawableQuestions(reader: Reader, eventId: Id<"event">) {
  const rows = await reader
    .select({ id: formQuestions.id, definition: formQuestions.definition, gone: formQuestions.archivedAt })
    .from(formQuestions)
    .where(eq(formQuestions.eventId, eventId))
    .orderBy(formQuestions.position);
  return rows.flatMap(({ id, definition: stored, gone }) => {
    const { data } = definition.safeParse(stored);
    return data && isDrawable(data) && gone === null ? [{ id, label: data.label }] : [];
  });
}

const isDrawable = ({ kind, sensitive }: { kind: string; sensitive: boolean }) =>
  !sensitive && (kind === "choice" || kind === "choices");

/** The options each of these people chose; nobody's who was not asked or did not answer. */
export async function answersOf(
  reader: Reader,
  people: readonly Admission[],
  { eventId, questionId }: Asked,
): Promise<Map<Id<"admission">, string[]>> {
  const ids = people.flatMap(({ registrationId }) => registrationId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ registrationId: answers.registrationId, value: answers.value })
    .from(answers)
    .where(
      and(
        eq(answers.eventId, eventId),
        eq(answers.questionId, questionId),
        inArray(answers.registrationId, ids),
      ),
    );
  const given = new Map(rows.map((row) => [row.registrationId, optionsIn(row.value)]));
  return new Map(
    people.flatMap(({ id, registrationId }) => {
      const own = registrationId && given.get(registrationId);
      return own ? [[id, own] as const] : [];
    }),
  );
}

function optionsIn(stored: unknown): string[] {
  const { data } = storedAnswer.safeParse(stored);
  if (typeof data === "string") return [data];
  return Array.isArray(data) ? data : [];
}
