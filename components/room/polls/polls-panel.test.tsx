import { expect, it } from "vitest";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { RoomUiProvider } from "../room-ui-context";
import { roomMarkup } from "../testing/room-markup";
import { PollCard } from "./poll-card";
import { PollsPanel } from "./polls-panel";

const poll = (id: string, state: string, more: object = {}) => ({
  ...{ id, state, kind: "single", question: `Frage ${id}`, options: ["Ja", "Nein"], shared: false },
  ...{ openedAt: null, mine: null, correct: null, result: null, ...more },
});
const result = { people: 1, counts: [1, 0], words: [] };

/** Somebody in the plenary who has read these polls; hosts answer none here. */
async function sessionWith(polls: readonly object[], who: "host" | "guest" = "guest") {
  const { session, control, clock, enterMain } = fakeSession();
  control.lists = { polls: { polls, mayAnswer: who === "guest" } };
  await enterMain();
  session.documents.readAll();
  await clock.pass(0);
  const { connection } = session.store.get();
  const { current } = connection;
  if (!current) throw new Error("not in the room");
  const rights = { ...current.rights, moderate: who === "host" };
  session.store.set({ connection: { ...connection, current: { ...current, rights } } });
  return session;
}

it("asks participants, and shows them what is shared; what hosts do is not there", async () => {
  const session = await sessionWith([
    poll("alt", "closed", { shared: true, result }),
    poll("geheim", "closed", { mine: { picks: [1], words: [] } }),
    poll("neu", "open"),
  ]);
  const html = roomMarkup(session, <PollsPanel />);
  const order = ["Frage neu", "Frage geheim", "Frage alt"].map((text) => html.indexOf(text));
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(html.match(/type="radio"/g)).toHaveLength(2);
  expect(html.match(/<table/g)).toHaveLength(1);
  expect(html).toContain("Das Ergebnis wurde nicht geteilt.");
  expect(html).toContain("Ihre Antwort: Nein");
  for (const word of ["Beenden", "Ergebnis teilen", "Umfrage vorbereiten"]) expect(html).not.toContain(word);
});

it("gives hosts drafts to launch, and switches for what runs", async () => {
  const session = await sessionWith([poll("neu", "open", { result }), poll("entwurf", "draft")], "host");
  const html = roomMarkup(session, <PollsPanel />);
  for (const word of ["„Frage entwurf“ starten", "Beenden", "Live zeigen", "Umfrage vorbereiten"])
    expect(html).toContain(word);
  expect(html, "who is in no room answers nothing").not.toContain('type="radio"');
});

it("the card over the stage asks once, and is gone when one has answered", async () => {
  const card = async (...polls: object[]) =>
    roomMarkup(
      await sessionWith(polls),
      <RoomUiProvider>
        <PollCard />
      </RoomUiProvider>,
    );
  expect(await card(poll("neu", "open"))).toContain("Frage neu");
  expect(await card(poll("neu", "open", { mine: { picks: [0], words: [] } }))).toBe("");
  expect(await card(poll("alt", "closed", { shared: true, result })), "from before one came").toBe("");
});
