import { expect, test } from "vitest";
import { aHall, anAudience, newKey } from "@/db/testing/audience";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import type { Guest } from "@/db/testing/rooms";
import { askQuestion } from "./ask-question";
import { editQuestion } from "./edit-question";
import { stopAsker } from "./stop-asker";

type Audience = Awaited<ReturnType<typeof anAudience>>;

const tools = ({ eventId, host, next }: Audience) => ({
  stop: async (questionId: string, { on = true, actor = host.actor } = {}) =>
    refusalOf(await stopAsker({ actor, input: { eventId, questionId, on }, now: next() })),
  ask: async ({ actor }: Pick<Guest, "actor">, text: string) =>
    refusalOf(await askQuestion({ actor, input: { eventId, text, clientKey: newKey() }, now: next() })),
});

test("whoever asked something without a name asks no more, until a host takes that back; who it was stays unknown", async () => {
  const audience = await anAudience();
  const { eventId, host, ada, ben, next, list } = audience;
  const { stop, ask } = tools(audience);
  const bad = await audience.ask(ada, "Eine Beleidigung", { anonymous: true });
  const other = await audience.ask(ada, "Noch etwas", { anonymous: true });
  expect(await stop(bad, { actor: ben.actor })).toBe(NOT_ALLOWED);
  expect(await stop(bad)).toBe("done");
  expect(await ask(ada, "Mit Namen?")).toBe("forbidden stopped");
  expect(await ask(ben, "Und ich?")).toBe("done");
  const edited = editQuestion({
    actor: ada.actor,
    input: { eventId, questionId: bad, text: "Neu" },
    now: next(),
  });
  expect(refusalOf(await edited)).toBe("forbidden stopped");
  const seen = await list(host);
  expect(seen.filter(({ stopped }) => stopped).map(({ id }) => id)).toEqual([bad]);
  expect(seen.find(({ id }) => id === other)?.stopped).toBe(false);
  expect(JSON.stringify(seen)).not.toContain(ada.admissionId);
  expect(await stop(bad, { on: false })).toBe("done");
  expect(await ask(ada, "Darf ich wieder?")).toBe("done");
  expect(await stop("auq_00000000")).toBe("not_found missing_question");
});

test("a browser in the hall is stopped the same way", async () => {
  const hall = await aHall();
  const { stop } = tools(hall);
  const secret = hall.aBrowser();
  const asked = await hall.askHere(secret, "Eine Beleidigung");
  await stop(asked.ok ? asked.value.id : "");
  expect(refusalOf(await hall.askHere(secret, "Noch eine"))).toBe("forbidden stopped");
  expect(refusalOf(await hall.askHere(hall.aBrowser(), "Wann ist Pause?"))).toBe("done");
});
