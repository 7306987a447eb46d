import { z } from "zod";
import { expect } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { eventIdOf } from "../security/registering-over-http";
import { type Forum, scripted } from "./forum";

const moment = z.iso.datetime().transform((at) => Date.parse(at));
const report = z.looseObject({
  event: z.object({ slug: z.string() }),
  held: z.object({ openedAt: moment, endedAt: moment }),
  stayed: z.object({ people: z.int(), peak: z.int(), mean: z.int(), median: z.number() }),
  curve: z.object({ peak: z.object({ count: z.int() }) }),
});

/** Between a click and the row that tells of it. */
const BLUR_MS = 15_000;
const near = (at: number, when: number, what: string) =>
  expect(Math.abs(at - when), what).toBeLessThan(BLUR_MS);

/** What the report says is what the script did, field by field. */
export async function expectReport({ slug, openedAt, endedAt }: Forum): Promise<void> {
  const organizer = await new Visitor().signInAs("organizer");
  const form = { format: "json", locale: "de", back: `/o/sensoriknetz-oberland/e/${slug}/report` };
  const path = `/api/events/${await eventIdOf(slug)}/report`;
  const answer = await organizer.ask(path, { form });
  expect(answer.status).toBe(200);
  const said: unknown = JSON.parse(answer.text);
  const { poll } = scripted;
  const ballots = poll.counts[0] + poll.counts[1];
  const votes = scripted.questions.reduce((sum, one) => sum + one.votes, 0);
  const open = scripted.questions.filter(({ isAnswered }) => !isAnswered).length;
  expect(said).toMatchObject({
    version: 1,
    event: { slug },
    came: { door: 0, online: scripted.registered },
    stayed: { people: scripted.people, peak: scripted.people },
    curve: { peak: { count: scripted.people } },
    taking: {
      ...{ messages: scripted.messages, hands: scripted.hands, handsUp: 0 },
      ...{ questions: scripted.questions.length, questionsOpen: open, votes, polls: 1, ballots },
    },
    questions: scripted.questions,
    polls: [
      {
        kind: "single",
        question: poll.question,
        result: { people: ballots, counts: poll.counts },
      },
    ],
    feedback: { people: scripted.feedback, told: null },
    talks: null,
  });
  const { held, stayed } = report.parse(said);
  near(held.openedAt, openedAt, "when it opened");
  near(held.endedAt, endedAt, "when it ended");
  const minutes = (endedAt - openedAt) / 60_000;
  for (const [what, value] of Object.entries({ mean: stayed.mean, median: stayed.median }))
    expect(Math.abs(value - minutes), `${what} of ${minutes} minutes`).toBeLessThanOrEqual(1.5);
}
