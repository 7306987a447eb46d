import { expect, test } from "vitest";
import { aHall } from "@/db/testing/audience";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { at } from "@/db/testing/rooms";
import { endLive } from "@/domain/rooms/commands/end-live";
import { switchSession } from "@/domain/rooms/commands/switch-session";
import { hallListening, hallPage } from "../queries/hall";

test("without signing in somebody in the hall asks; everybody sees that it came from there, and the browser knows its own", async () => {
  const { hall, aBrowser, askHere, list, ada, next } = await aHall();
  const [one, other] = [aBrowser(), aBrowser()];
  expect(refusalOf(await askHere(one, "Ist der Ton gut?", { name: "  Reihe \n 7 " }))).toBe("done");
  expect(refusalOf(await askHere(other, "Gibt es Wasser?"))).toBe("done");
  expect(await list(ada)).toMatchObject([
    { text: "Ist der Ton gut?", hall: true, name: "Reihe 7", mine: false },
    { text: "Gibt es Wasser?", hall: true, name: null },
  ]);
  const page = await hallPage(hall, one, next());
  expect(page?.questions.map(({ text, mine }) => [text, mine])).toEqual([
    ["Gibt es Wasser?", false],
    ["Ist der Ton gut?", true],
  ]);
});

test("a name is demanded where nobody asks without one, and what waits is seen by its own browser alone", async () => {
  const { hall, aBrowser, askHere, set, next } = await aHall();
  await set({ allowsAnonymous: false, isModerated: true });
  const [one, other] = [aBrowser(), aBrowser()];
  expect(refusalOf(await askHere(one, "Wer?"))).toBe("conflict named_only");
  expect(refusalOf(await askHere(one, "Wer?", { name: "Kim" }))).toBe("done");
  expect((await hallPage(hall, one, next()))?.questions).toMatchObject([{ state: "waiting", mine: true }]);
  expect((await hallPage(hall, other, next()))?.questions).toEqual([]);
});

test("floods of one browser, frozen rooms, closed questions and addresses of nobody are refused", async () => {
  const { eventId, host, aBrowser, askHere, set, next } = await aHall();
  const one = aBrowser();
  const flood = await Promise.all([1, 2, 3, 4, 5].map((n) => askHere(one, `Frage ${n}`, { now: at(5) })));
  expect(flood.filter(({ ok }) => ok)).toHaveLength(3);
  expect(refusalOf(await askHere(one, "x", { token: "hal_000000000000000000000000" }))).toBe(MISSING);
  await set({ isOpen: false });
  expect(refusalOf(await askHere(one, "Noch eine?"))).toBe("conflict questions_closed");
  await set({ isOpen: true });
  await switchSession({ actor: host.actor, input: { eventId, change: "freeze" }, now: next() });
  expect(refusalOf(await askHere(one, "Noch eine?"))).toBe("conflict questions_closed");
});

test("with the event its hall closes: nothing is taken, shown or told any more", async () => {
  const { eventId, host, hall, aBrowser, askHere, next } = await aHall();
  const one = aBrowser();
  await askHere(one, "Ist der Ton gut?");
  expect(await hallListening({ hall, projector: null }, next())).toEqual([`hall:${eventId}`]);
  await endLive({ actor: host.actor, input: { eventId }, now: next() });
  expect(refusalOf(await askHere(one, "Noch eine?"))).toBe(MISSING);
  expect(await hallPage(hall, one, next())).toMatchObject({ state: "over", takes: false, questions: [] });
  expect(await hallListening({ hall, projector: null }, next())).toBeUndefined();
});
