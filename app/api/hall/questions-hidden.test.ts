import { and, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { outbox } from "@/db/schema/kernel";
import { admissions } from "@/db/schema/rooms";
import { aHall } from "@/db/testing/audience";
import { refusalOf } from "@/db/testing/refusals";
import { editQuestion } from "@/domain/interaction/commands/edit-question";
import { mergeQuestions } from "@/domain/interaction/commands/merge-questions";
import { hallPage, projectorPage } from "@/domain/interaction/queries/hall";
import { openVotes } from "@/domain/interaction/queries/question-rows";
import { listQuestions, listVotes } from "@/domain/interaction/queries/questions";
import type { Actor } from "@/domain/policy";
import { project } from "@/realtime/project";

type Hall = Awaited<ReturnType<typeof aHall>>;

/** All that the process tells of the questions: to somebody in the room, to a phone, to the projector, and with signals. */
async function toldBy({ eventId, hall, set, next }: Hall, actor: Actor) {
  const { projector } = await set({ projector: "renew" });
  return JSON.stringify([
    await listQuestions(actor, eventId, next()),
    await listVotes(actor, eventId, next()),
    await hallPage(hall, crypto.randomUUID(), next()),
    await projectorPage(projector ?? "", next()),
    await openVotes(db(), eventId),
  ]);
}

test("what waits for hosts is told to nobody else, wherever it came from and whatever becomes of it", async () => {
  const hall = await aHall();
  const { eventId, host, ada, ben, cem, aBrowser, ask, askHere, settle, set, next, vote } = hall;
  const open = await ask(ada, "Wann ist Pause?");
  const approved = await ask(cem, "Harmlos?");
  await vote(ben, approved);
  await set({ isModerated: true });
  const hidden = [await ask(ada, "Geheim im Raum"), await ask(cem, "Geheim und abgelehnt")];
  await askHere(aBrowser(), "Geheim im Saal", { name: "Geheimer Name" });
  const merged = await ask(cem, "Geheim und zusammengelegt", { anonymous: true });
  const input = { eventId, questionId: merged, intoId: open };
  expect(refusalOf(await mergeQuestions({ actor: host.actor, input, now: next() }))).toBe("done");
  await settle(hidden[1] ?? "", "dismiss");
  const reworded = { eventId, questionId: approved, text: "Geheim nach der Freigabe" };
  await editQuestion({ actor: cem.actor, input: reworded, now: next() });
  const told = await toldBy(hall, ben.actor);
  expect(told).toContain("Wann ist Pause?");
  expect(told).not.toContain("Geheim");
  for (const id of [...hidden, merged, approved]) expect(told).not.toContain(id);
  const toHosts = JSON.stringify(await listQuestions(host.actor, eventId, next()));
  expect(toHosts.split("Geheim ")).toHaveLength(6);
});

test("who asked is in nothing that is told, written into facts or sent as a signal; hall and projector name whoever named themselves", async () => {
  const hall = await aHall();
  const { eventId, host, ada, ben, dana, aBrowser, ask, askHere, next, hall: token, set } = hall;
  await ask(ada, "Wer zahlt das?", { anonymous: true });
  await ask(dana, "Und wer noch?", { anonymous: true });
  await askHere(aBrowser(), "Ist der Ton gut?");
  const authors = await db()
    .select({ one: audienceQuestions.admissionId, other: audienceQuestions.hallGuestId })
    .from(audienceQuestions)
    .where(eq(audienceQuestions.eventId, eventId));
  const ids = authors.map(({ one, other }) => one ?? other ?? "");
  expect(ids.filter(Boolean)).toHaveLength(3);
  for (const reader of [host, ben, ada]) {
    const told = await toldBy(hall, reader.actor);
    for (const id of ids) expect(told).not.toContain(id);
    expect(told).not.toContain("Gast");
  }
  const facts = await db().select().from(outbox).where(like(outbox.kind, "question.%"));
  for (const { kind, payload } of facts) expect(Object.keys(Object(payload)), kind).toEqual(["eventId"]);
  const mine = facts.filter(({ payload }) => JSON.stringify(payload).includes(eventId));
  expect(mine.length).toBeGreaterThanOrEqual(3);
  const channels = new Set(mine.flatMap((fact) => project(fact)).map(({ channel }) => channel));
  expect([...channels].sort()).toEqual([eventId, `hall:${eventId}`].sort());

  await ask(ben, "Mit Namen?");
  const { projector } = await set({ projector: "renew" });
  const [name] = await db()
    .select({ name: admissions.displayName })
    .from(admissions)
    .where(and(eq(admissions.id, ben.admissionId), eq(admissions.eventId, eventId)));
  for (const page of [
    await hallPage(token, undefined, next()),
    await projectorPage(projector ?? "", next()),
  ]) {
    expect(page?.questions[0]).toMatchObject({ text: "Mit Namen?", name: name?.name, mine: false });
    const text = JSON.stringify(page);
    expect(text).not.toMatch(/(adm|reg|per|hgu|clm)_/);
    expect(text).not.toContain("@");
  }
});
