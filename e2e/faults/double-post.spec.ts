import { countOf } from "../fixtures/database";
import { mailOfKind, mailsTo } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { eventIdOf, freshAddress } from "../security/registering-over-http";

/** Nothing here needs a registration before, and there are places left. */
const EVENT = "angebote-treffen-gesuche";

test("R23: a form sent twice within 50 ms is one registration, one mail, and both answers show it", async () => {
  const email = freshAddress("doppelt");
  const form = { eventId: await eventIdOf(EVENT), name: "Doris Doppelt", email, locale: "de" };
  // One browser has one jar of cookies: what the first answer sets the second request does not send yet.
  const visitor = new Visitor();
  const startedAt = performance.now();
  const answers = [visitor.ask("/api/registrations", { form }), visitor.ask("/api/registrations", { form })];
  expect(performance.now() - startedAt, "milliseconds between the two posts").toBeLessThan(50);
  for (const answer of await Promise.all(answers)) {
    expect(answer.status).toBe(303);
    const page = await visitor.ask(answer.location);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Sie sind dabei");
  }
  expect(await countOf("registrations where email = $1", [email])).toBe(1);

  // The back button and another press: the same registration again.
  const third = await visitor.ask("/api/registrations", { form });
  expect((await visitor.ask(third.location)).text).toContain("Sie sind dabei");
  expect(await countOf("registrations where email = $1", [email])).toBe(1);

  const first = await mailOfKind(email, "registration.confirmed");
  const all = (await mailsTo(email)).filter(({ kind }) => kind === first.kind);
  expect(all).toHaveLength(1);
});
