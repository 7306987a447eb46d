import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { chatMessages } from "@/db/schema/interaction";
import { pollBallots } from "@/db/schema/interaction-polls";
import { audienceQuestions } from "@/db/schema/interaction-questions";
import { guest, organizerActor, personActor, system } from "@/db/testing/actors";
import { aPersonEverywhere } from "@/db/testing/everywhere";
import { aMember, aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { at } from "@/db/testing/rooms";
import { forgetBallots } from "@/domain/interaction/commands/forget-ballots";
import { forgetMessages } from "@/domain/interaction/commands/forget-messages";
import { forgetQuestions } from "@/domain/interaction/commands/forget-questions";
import type { Id } from "@/lib/ids";
import { keptDays } from "@/lib/privacy/retention";
import { retentionOf } from "./retention";

const DAY = 24 * 3_600;
const HOLDS = 5_400;

/** Messages, answers to polls and questions of an event: all go like the chat. */
async function saidIn(eventId: Id<"event">): Promise<number> {
  const counts = [chatMessages, pollBallots, audienceQuestions].map((table) =>
    db().$count(table, eq(table.eventId, eventId)),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

async function forgetAll(now: Date): Promise<void> {
  for (const forget of [forgetMessages, forgetBallots, forgetQuestions])
    await forget({ actor: system, input: {}, now });
}

it("P10: says what of an event goes when, and afterwards what went, in the numbers of this network alone", async () => {
  const { network, event } = await aPersonEverywhere();
  const organizer = organizerActor(await anOrganizer(network), network);
  const before = await retentionOf(organizer, network.id);
  const chat = before?.ahead.find(({ kept }) => kept === "chat");
  const said = await saidIn(event.id);
  expect(said).toBeGreaterThan(1);
  expect(chat).toMatchObject({ slug: event.slug, rows: said, on: at(HOLDS + keptDays.chat * DAY) });
  expect(before?.ahead.map(({ kept }) => kept)).toEqual(
    expect.arrayContaining(["registrations", "talks", "presence"]),
  );
  const days = (before?.ahead ?? []).map(({ on }) => on.getTime());
  expect(days).toEqual([...days].sort((a, b) => a - b));
  expect(before?.gone).toEqual([]);

  // A second before the promised moment nothing goes, a second after it the row is gone and noted.
  await forgetAll(at(HOLDS + keptDays.chat * DAY - 1));
  expect(await saidIn(event.id)).toBe(said);
  const now = at(HOLDS + keptDays.chat * DAY + 1);
  await forgetAll(now);
  const after = await retentionOf(organizer, network.id);
  expect(after?.ahead.map(({ kept }) => kept)).not.toContain("chat");
  expect(after?.gone).toMatchObject((after?.gone ?? []).map(() => ({ kept: "chat", at: now })));
  expect(after?.gone.reduce((sum, { rows }) => sum + rows, 0)).toBe(said);
});

it("is for the network's own office", async () => {
  const [network, other] = [await aNetwork(), await aNetwork()];
  const strangers = [
    guest,
    organizerActor(await anOrganizer(other), other),
    personActor(await aMember(network), [{ role: "member", networkId: network.id }]),
  ];
  for (const viewer of strangers) expect(await retentionOf(viewer, network.id)).toBeUndefined();
});

it("P10: says the day by the network's own choice, as the jobs go by it", async () => {
  const network = await aNetwork({ keptRegistrations: 9, keptSensitive: 2, keptChat: 3 });
  const event = await anEvent({ network });
  await aRegistration(event, { provenAt: new Date() });
  const organizer = organizerActor(await anOrganizer(network), network);
  const ahead = (await retentionOf(organizer, network.id))?.ahead ?? [];
  expect(ahead).toMatchObject([
    { kept: "registrations", on: new Date(event.endsAt.getTime() + 9 * DAY * 1000), rows: 1 },
  ]);
});
