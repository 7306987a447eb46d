import { expect, test } from "vitest";
import { claimActor } from "@/db/testing/actors";
import { anAudience, newKey } from "@/db/testing/audience";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { refusalOf } from "@/db/testing/refusals";
import { at, joined } from "@/db/testing/rooms";
import type { Actor } from "@/domain/policy";
import { sanction } from "@/domain/rooms/commands/sanction";
import { switchSession } from "@/domain/rooms/commands/switch-session";
import { askQuestion } from "./ask-question";

type Audience = Awaited<ReturnType<typeof anAudience>>;
type Said = { actor?: Actor; now?: Date; clientKey?: string; anonymous?: boolean };

const asking =
  ({ eventId, ada }: Audience) =>
  (text: string, { actor = ada.actor, now = at(5), clientKey = newKey(), anonymous = false }: Said = {}) =>
    askQuestion({ actor, input: { eventId, text, anonymous, clientKey }, now });

test("a question is read by everybody, with a name; the same key asks it once, also in a race", async () => {
  const audience = await anAudience();
  const ask = asking(audience);
  const clientKey = newKey();
  const answers = await Promise.all([1, 2, 3, 4].map(() => ask("Wann ist Pause?", { clientKey })));
  expect(answers.map(refusalOf)).toEqual(["done", "done", "done", "done"]);
  const [seen, ...more] = await audience.list(audience.ben);
  expect(seen).toMatchObject({ text: "Wann ist Pause?", state: "new", mine: false, votes: 0 });
  expect(seen?.name).toMatch(/^Gast/);
  expect(more).toEqual([]);
});

test("who asks without a name is told to nobody, hosts included; they alone know that it is theirs", async () => {
  const audience = await anAudience();
  await audience.ask(audience.ada, "Wer zahlt das?", { anonymous: true });
  for (const reader of [audience.host, audience.ben]) {
    const { questions } = await audience.read(reader.actor);
    expect(questions).toMatchObject([{ name: null, mine: false }]);
    const said = JSON.stringify(questions);
    expect(said).not.toContain(audience.ada.admissionId);
    expect(said).not.toContain("Gast");
  }
  expect(await audience.list(audience.ada)).toMatchObject([{ name: null, mine: true }]);
});

test("in a moderated event a question waits: its author and hosts see it, and what hosts ask waits for nobody", async () => {
  const audience = await anAudience();
  await audience.set({ isModerated: true });
  await audience.ask(audience.ada, "Darf ich?");
  await audience.ask(audience.host, "Wer fängt an?");
  const seenBy = async (who: typeof audience.ada) =>
    (await audience.list(who)).map(({ text, state }) => `${text} ${state}`);
  expect(await seenBy(audience.ben)).toEqual(["Wer fängt an? new"]);
  for (const who of [audience.ada, audience.host])
    expect(await seenBy(who)).toEqual(["Darf ich? waiting", "Wer fängt an? new"]);
});

test("a flood, too many open questions, a megabyte and piles of marks are stopped", async () => {
  const audience = await anAudience();
  const ask = asking(audience);
  const flood = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => ask(`Frage ${n}`)));
  expect(flood.map(refusalOf).sort()).toEqual([
    ...["conflict too_fast", "conflict too_fast", "conflict too_fast"],
    ...["done", "done", "done"],
  ]);
  for (let n = 1; n <= 7; n++)
    expect(refusalOf(await ask(`Noch ${n}`, { now: at(60 * n + 10) }))).toBe("done");
  expect(refusalOf(await ask("Zu viel", { now: at(900) }))).toBe("conflict too_many");
  expect(refusalOf(await ask("x".repeat(501), { now: at(1_000) }))).toBe("invalid input text: too_long");
  expect(refusalOf(await ask("x".repeat(1_000_000), { now: at(1_000) }))).toContain("invalid input text");
  expect(refusalOf(await ask(" \u202e\u200b ", { now: at(1_000) }))).toBe("invalid input text: empty");
  const { ben } = audience;
  await ask(`Z${"\u0308".repeat(10_000)}`, { actor: ben.actor, now: at(1_000) });
  expect((await audience.list(ben)).at(-1)?.text.length).toBeLessThan(10);
});

test("S59: frozen, without chat, banned, unproven, or where questions are closed, nobody asks", async () => {
  const audience = await anAudience();
  const { eventId, host, ada, event } = audience;
  const ask = asking(audience);
  const put = (action: string) =>
    sanction({ actor: host.actor, input: { eventId, admissionId: ada.admissionId, action }, now: at(2) });
  const change = (what: string) =>
    switchSession({ actor: host.actor, input: { eventId, change: what }, now: at(2) });
  await change("freeze");
  expect(refusalOf(await ask("a"))).toBe("conflict frozen");
  await change("unfreeze");
  await put("no_chat");
  expect(refusalOf(await ask("b"))).toBe("forbidden no_chat");
  await put("chat");
  await audience.set({ isOpen: false });
  expect(refusalOf(await ask("c"))).toBe("conflict questions_closed");
  await audience.set({ isOpen: true, allowsAnonymous: false });
  expect(refusalOf(await ask("d", { anonymous: true }))).toBe("conflict named_only");
  await put("ban");
  expect(refusalOf(await ask("e"))).toBe("forbidden not_allowed");
  const registration = await aRegistration(event);
  const actor = claimActor(registration, await aClaim(registration));
  await joined(event, actor, { tab: "tab-claim", now: at(3) });
  expect(refusalOf(await ask("f", { actor }))).toBe("forbidden not_allowed");
});
