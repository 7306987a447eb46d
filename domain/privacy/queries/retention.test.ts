import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { chatMessages } from "@/db/schema/interaction";
import { guest, organizerActor, personActor, system } from "@/db/testing/actors";
import { aPersonEverywhere } from "@/db/testing/everywhere";
import { aMember, aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { at } from "@/db/testing/rooms";
import { forgetBallots } from "@/domain/interaction/commands/forget-ballots";
import { forgetMessages } from "@/domain/interaction/commands/forget-messages";
import { forgetQuestions } from "@/domain/interaction/commands/forget-questions";
import { keptDays } from "@/lib/privacy/retention";
import { retentionOf } from "./retention";

const DAY = 24 * 3_600;
const HOLDS = 5_400;

it("P10: says what of an event goes when, and afterwards what went, in the numbers of this network alone", async () => {
  const { network, event } = await aPersonEverywhere();
  const organizer = organizerActor(await anOrganizer(network), network);
  const before = await retentionOf(organizer, network.id);
  const chat = before?.ahead.find(({ kept }) => kept === "chat");
  // A message, a question and an answer to a poll.
  expect(chat).toMatchObject({ slug: event.slug, rows: 3, on: at(HOLDS + keptDays.chat * DAY) });
  expect(before?.ahead.map(({ kept }) => kept)).toEqual(
    expect.arrayContaining(["registrations", "talks", "presence"]),
  );
  const days = (before?.ahead ?? []).map(({ on }) => on.getTime());
  expect(days).toEqual([...days].sort((a, b) => a - b));
  expect(before?.gone).toEqual([]);

  // A second before the promised moment nothing goes, a second after it the row is gone and noted.
  await forgetMessages({ actor: system, input: {}, now: at(HOLDS + keptDays.chat * DAY - 1) });
  expect(await db().$count(chatMessages, eq(chatMessages.eventId, event.id))).toBe(1);
  const now = at(HOLDS + keptDays.chat * DAY + 1);
  for (const forget of [forgetMessages, forgetQuestions, forgetBallots])
    await forget({ actor: system, input: {}, now });
  const after = await retentionOf(organizer, network.id);
  expect(after?.ahead.map(({ kept }) => kept)).not.toContain("chat");
  expect(after?.gone).toMatchObject(Array.from({ length: 3 }, () => ({ kept: "chat", rows: 1, at: now })));
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
