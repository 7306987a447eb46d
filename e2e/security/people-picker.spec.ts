import { z } from "zod";
import { sql } from "../fixtures/database";
import { expect, test } from "../fixtures/test";
import { type Answer, Visitor } from "../fixtures/visitor";
import { DESK, moveEvent, planDraft } from "./planning-over-http";
import { freshAddress, registerOverHttp } from "./registering-over-http";

const CANARY = "Kanaria Verborgen";
const SHOWN = "Gesine Sichtbar";

/** An event with somebody who is seen by nobody and somebody who is seen by everybody; both have shown who they are. */
async function anEventWithBoth() {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, `Wer ist dabei ${crypto.randomUUID()}`);
  await moveEvent(organizer, event, "publish");
  const people = { [CANARY]: freshAddress("verborgen"), [SHOWN]: freshAddress("sichtbar") };
  for (const [name, email] of Object.entries(people))
    expect((await registerOverHttp(new Visitor(), { slug: event.slug, email, name })).status).toBe(200);
  const ids = await sql(
    z.object({ id: z.string(), name: z.string() }),
    `update registrations set proven_at = now(), listed = case when name = $2 then 'public' else 'nobody' end
      where event_id = $1 returning id, name`,
    [event.id, SHOWN],
  );
  const hiddenId = ids.find(({ name }) => name === CANARY)?.id ?? "";
  return {
    ...event,
    organizer,
    hiddenId,
    hiddenEmail: people[CANARY] ?? "",
    shownEmail: people[SHOWN] ?? "",
  };
}
type Scene = Awaited<ReturnType<typeof anEventWithBoth>>;

/** Letters and numbers by which somebody might look for people. */
const guesses = [
  "q=a",
  "q=ka",
  "q=Kanaria",
  "search=Kanaria",
  "name=Kanaria",
  "email=verborgen",
  "id=1",
  "person=1",
];

/** Every address that shows or finds people, for whoever is asked; and some that others have and we do not. */
const placesOf = ({ id, slug, page }: Scene) => [
  ...[`/e/${slug}`, "/events/find", `/n/${DESK.split("/").at(-1)}`, "/me", "/me/talks", "/me/talks/ask"],
  ...[`/api/checkin/${id}/people`, `/checkin/${slug}`, `/checkin/${slug}/list`, `/checkin/${slug}/badges`],
  ...[`${DESK}/office`, `${DESK}/office/roles`, `${page}/people`, `${page}/people/invite`, `${page}/numbers`],
  ...["/api/people", "/api/v1/people", `/api/events/${id}/people`, `/api/events/${id}/registrations`],
];

const textOf = ({ text }: Answer) => text.replaceAll("<!-- -->", "");

test("S33: letters and numbers find nobody who is not shown, for strangers and for those who are there themselves", async () => {
  const scene = await anEventWithBoth();
  const { slug, hiddenId, hiddenEmail, shownEmail } = scene;
  const email = freshAddress("neugierig");
  await registerOverHttp(new Visitor(), { slug, email, name: "Nele Neugierig" });
  const curious = await new Visitor().signInByMail(email);
  for (const visitor of [new Visitor(), curious]) {
    for (const place of placesOf(scene))
      for (const guess of guesses) {
        const answer = await visitor.ask(`${place}?${guess}`);
        expect(answer.status, place).toBeLessThan(500);
        for (const secret of [CANARY, hiddenEmail, hiddenId, shownEmail])
          expect(textOf(answer), `${place}?${guess}`).not.toContain(secret);
      }
    const list = textOf(await visitor.ask(`/e/${slug}`));
    expect(list, "who is shown").toContain(SHOWN);
  }
});

test("S33: counting finds nobody: what stands for a person is no number, and a number is nobody", async () => {
  const { slug, id } = await anEventWithBoth();
  const curious = await new Visitor().signInByMail(freshAddress("zaehlt"));
  const missing = await curious.ask("/r/reg_missing");
  for (let number = 1; number <= 60; number++) {
    for (const path of [
      `/me/talks/ask?event=${slug}&with=${number}`,
      `/me/talks/${number}`,
      `/api/speakers/${number}/picture`,
      `/api/calendar/r/${number}.ics`,
    ]) {
      const answer = await curious.ask(path);
      expect([303, 307, 308, 404], `${path} ${answer.status}`).toContain(answer.status);
      expect(textOf(answer), path).not.toContain(CANARY);
    }
    const own = await curious.ask(`/r/${number}`);
    expect(own.status).toBe(missing.status);
    expect(textOf(own)).not.toContain(CANARY);
  }
  expect(id).not.toMatch(/^\d+$/);
});

test("S33: the office finds them on its own list, and nobody else has a list to look at", async () => {
  const { id, page, organizer } = await anEventWithBoth();
  expect((await organizer.ask(`${page}/people?q=kanaria`)).text).toContain(CANARY);
  const participant = await new Visitor().signInAs("participant");
  for (const visitor of [new Visitor(), participant]) {
    expect((await visitor.ask(`/api/checkin/${id}/people`)).status).toBe(404);
    expect((await visitor.ask(`${page}/people?q=kanaria`)).text).not.toContain(CANARY);
  }
});
