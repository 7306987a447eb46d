import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { chatMessages } from "@/db/schema/interaction";
import { admissions } from "@/db/schema/rooms";
import { system } from "@/db/testing/actors";
import { aChat } from "@/db/testing/chat";
import { anOpenRound, at, enterableRoom } from "@/db/testing/rooms";
import { eraseAdmissions } from "@/domain/rooms/commands/erase-admissions";
import { hideMessage } from "../commands/hide-message";
import { mentionOf } from "../schema/chat";

it("hosts read what goes to them from every room, and whoever asked reads what is answered", async () => {
  const { ada, ben, host, event, said, read, next, texts } = await aChat();
  await anOpenRound({ event, host });
  const room = await enterableRoom(event, ada, next());
  const question = await said(ada, "Hilfe, kein Ton", { scope: "hosts", roomId: room });
  expect(await texts(host)).toEqual(["Hilfe, kein Ton"]);
  await said(host, "Kommt sofort", {
    scope: "hosts",
    replyToId: question,
    roomId: await enterableRoom(event, host, next()),
  });
  expect((await read(ada)).messages.at(-1)).toMatchObject({
    ...{ text: "Kommt sofort", replyTo: { id: question, text: "Hilfe, kein Ton" } },
  });
  expect(await texts(ben)).toEqual([]);
});

it("an answer quotes nothing its readers may not read, and nothing that was hidden", async () => {
  const { ada, ben, cem, host, eventId, said, privately, post, read, next } = await aChat();
  const open = await said(ada, "Für alle");
  const alone = await privately(ada, ben, "Unter uns");
  const secret = alone.ok ? alone.value.id : "";
  expect(await post(ben, "Ach so", { replyToId: secret })).toMatchObject({
    failure: { reason: "not_answerable" },
  });
  expect(await post(cem, "Ach so", { replyToId: secret })).toMatchObject({ ok: false });
  const foreign = await aChat();
  const elsewhere = await foreign.said(foreign.ada, "Anderswo");
  expect(await post(ben, "Ach so", { replyToId: elsewhere })).toMatchObject({ ok: false });
  await said(ben, "Stimmt", { replyToId: open });
  await hideMessage({ actor: host.actor, input: { eventId, messageId: open }, now: next() });
  const answer = (await read(cem)).messages.at(-1);
  expect(answer).toMatchObject({ text: "Stimmt", replyTo: { text: "" } });
});

it("quotes the beginning alone, and cuts nobody's name in two", async () => {
  const { ada, ben, said, read } = await aChat();
  const long = await said(ada, `${"x".repeat(130)}${mentionOf(ben.admissionId)} und mehr`);
  await said(ben, "Ja", { replyToId: long });
  expect((await read(ada)).messages.at(-1)?.replyTo?.text).toBe(`${"x".repeat(130)}…`);
});

it("R25: says names of whoever is mentioned, until they are erased; ids of another event stay ids", async () => {
  const { ada, ben, said, read, next } = await aChat();
  const foreign = await aChat();
  await said(ada, `${mentionOf(ben.admissionId)} und ${mentionOf(foreign.ben.admissionId)}`);
  const mentioned = async () => (await read(ada)).messages.at(-1)?.mentions;
  expect(await mentioned()).toEqual([{ admissionId: ben.admissionId, name: expect.stringMatching(/./) }]);
  const [row] = await db().select().from(admissions).where(eq(admissions.id, ben.admissionId));
  const input = {
    personId: row?.personId ?? null,
    registrationIds: row?.registrationId ? [row.registrationId] : [],
    roundIds: [],
  };
  expect((await eraseAdmissions({ actor: system, input, now: next() })).ok).toBe(true);
  expect(await mentioned()).toEqual([{ admissionId: ben.admissionId, name: "" }]);
});

it("leads back to the first message, page by page, and forward again without a gap", async () => {
  const { ada, eventId, roomId, read } = await aChat();
  const rows = Array.from({ length: 450 }, (_, index) => ({
    ...{ eventId, roomId, admissionId: ada.admissionId, scope: "room" as const, text: `Satz ${index}` },
    ...{ clientKey: `key-of-row-${index}`, createdAt: at(30 + Math.floor(index / 3)) },
  }));
  await db().insert(chatMessages).values(rows);
  const newest = await read(ada);
  const seen = newest.messages.map(({ text }) => text);
  let page = newest;
  while (page.earlier) {
    page = await read(ada, { before: page.messages[0]?.id ?? "" });
    seen.unshift(...page.messages.map(({ text }) => text));
  }
  expect(new Set(seen).size).toBe(450);
  expect(seen).toHaveLength(450);
  const after = await read(ada, { after: newest.messages[0]?.id ?? "" });
  expect(after.messages.map(({ id }) => id)).toEqual(
    expect.arrayContaining(newest.messages.slice(0, 150).map(({ id }) => id)),
  );
});
