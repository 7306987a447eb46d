import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aPlaceChoice, aQuestion, posted } from "@/db/testing/forms";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { answerSchema } from "@/domain/answers/schema";
import { removeQuestion } from "@/domain/forms/commands/remove-question";
import { saveQuestion } from "@/domain/forms/commands/save-question";
import { fieldOf } from "@/domain/forms/rules";
import { changeRegistration } from "../commands/change-registration";
import { registerForEvent } from "../commands/register-for-event";
import { givenBy } from "../queries/given";

/** The hold on the event while its form is answered; switched off, the very same commands must store what nobody said. */
const guard = vi.hoisted((): { on: boolean; read?: () => void } => ({ on: true }));

vi.mock("@/domain/programme/queries", async (original) => {
  const real = await original<typeof import("@/domain/programme/queries")>();
  const holdEvent: typeof real.holdEvent = (reader, eventId) =>
    (guard.on ? real.holdEvent : real.eventScope)(reader, eventId);
  return { ...real, holdEvent };
});

vi.mock("./save-answers", async (original) => {
  const real = await original<typeof import("./save-answers")>();
  const readAnswers: typeof real.readAnswers = async (tx, asked) => {
    const read = await real.readAnswers(tx, asked);
    guard.read?.();
    // The pause only widens the window that is always there between reading and writing.
    await tx.execute(sql`select pg_sleep(0.2)`);
    return read;
  };
  return { ...real, readAnswers };
});

async function aScene() {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const question = await aQuestion(event, aPlaceChoice);
  const answers = { [fieldOf(question.id)]: "site" };
  const office = organizerActor(await anOrganizer(network), network);
  return { event, question, answers, office, held: await aRegistration(event) };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const answerings = [
  {
    who: "somebody registers",
    answer: ({ event, answers }: Scene) =>
      registerForEvent({
        actor: guest,
        input: { eventId: event.id, name: "Eile", email: "eile@example.org", answers },
      }),
  },
  {
    who: "somebody answers on their own page",
    answer: ({ held, answers }: Scene) =>
      changeRegistration({ actor: seatActor(held), input: { registrationId: held.id, answers } }),
  },
];

const edits = [
  {
    what: "other options",
    edit: ({ event, question, office }: Scene) => {
      const optionsDe = "Im Saal\nAm Bildschirm\nGar nicht";
      const input = { eventId: event.id, ...posted({ questionId: question.id, kind: "choice", optionsDe }) };
      return saveQuestion({ actor: office, input });
    },
  },
  {
    what: "no such question",
    edit: ({ event, question, office }: Scene) =>
      removeQuestion({ actor: office, input: { eventId: event.id, questionId: question.id } }),
  },
];

const all = answerings.flatMap((one) => edits.map((other) => ({ ...one, ...other })));
type Race = (typeof all)[number];

/** Answers that mean nothing below their wording, or that Postgres had to refuse: the form is edited once it was read. */
async function spoilt({ answer, edit }: Race): Promise<number> {
  const scene = await aScene();
  const read = new Promise<void>((resolve) => {
    guard.read = resolve;
  });
  const answering = Promise.allSettled([answer(scene)]);
  await Promise.race([read, answering]);
  expect(await edit(scene)).toMatchObject({ ok: true });
  const [answered] = await answering;
  if (answered.status === "rejected") return 1;
  if (!answered.value.ok) throw new Error(answered.value.failure.reason);
  const given = await givenBy(answered.value.value.registrationId, db());
  expect(given).toHaveLength(1);
  return given.filter(({ asked, value }) => !answerSchema(asked).safeParse(value).success).length;
}

afterEach(() => {
  guard.on = true;
});

describe("a form that is edited while it is answered", () => {
  it.each(all)("keeps each answer as it was meant: $who, then $what", async (race) => {
    expect(await spoilt(race)).toBe(0);
  });

  it.each(all)("without holding the event it would not: $who, then $what", async (race) => {
    guard.on = false;
    expect(await spoilt(race)).toBe(1);
  });
});
