import { expect, it } from "vitest";
import type { RoomQuestion } from "@/realtime/audience-api";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { aQuestion } from "@/realtime/testing/a-question";
import { PinnedQuestion } from "./pinned-question";
import { QuestionsPanel } from "./questions-panel";
import { consoleMarkup, roomMarkup } from "./testing/room-markup";

const settings = { isOpen: true, isModerated: false, allowsAnonymous: true };

/** A room in which these questions were asked. */
async function aRoomWith(questions: RoomQuestion[], change: Partial<typeof settings> = {}, isHost = false) {
  const { session, control, clock, enterMain } = fakeSession();
  const addresses = isHost ? { hall: null, projector: null } : null;
  control.lists = { questions: { questions, settings: { ...settings, ...change }, addresses } };
  await enterMain();
  session.documents.readAll();
  await clock.pass(0);
  const { connection } = session.store.get();
  const { current } = connection;
  if (!current) throw new Error("not in the room");
  const rights = { ...current.rights, moderate: isHost };
  session.store.set({ connection: { ...connection, current: { ...current, rights } } });
  return session;
}

const panelFor = async (questions: RoomQuestion[], change = {}, isHost = false) =>
  roomMarkup(await aRoomWith(questions, change, isHost), <QuestionsPanel />);

it("lets everybody vote but for their own question, and says what the button does", async () => {
  const html = await panelFor([
    aQuestion({ id: "a", text: "Wann ist Pause?", votes: 3, voted: true }),
    aQuestion({ id: "b", text: "Und das Essen?", mine: true }),
  ]);
  expect(html).toMatch(/aria-pressed="true" aria-label="Dafür stimmen: Wann ist Pause\?, 3 Stimmen"/);
  expect(html).not.toContain("Dafür stimmen: Und das Essen");
  expect(html).toContain("Ihre Frage");
  expect(html).not.toContain("Auf die Bühne");
});

it("shows no name where none was given, for hosts either, and what they can do", async () => {
  const html = await panelFor([aQuestion({ name: null, hallVotes: 2, votes: 4 })], {}, true);
  expect(html).toContain("ohne Namen");
  expect(html).toContain('aria-label="Auf die Bühne: Wann ist Pause?"');
  expect(html).toContain("davon 2 aus dem Saal");
  expect(html).toContain('aria-label="Fragen einstellen"');
});

it("says that hosts read first, that nobody asks now, and offers no namelessness where it is not allowed", async () => {
  expect(await panelFor([], { isModerated: true })).toContain("Die Moderation liest zuerst");
  expect(await panelFor([], { isOpen: false })).toContain("Zurzeit werden keine Fragen angenommen.");
  expect(await panelFor([])).toContain("Ohne meinen Namen fragen");
  expect(await panelFor([], { allowsAnonymous: false })).not.toContain("Ohne meinen Namen fragen");
});

it("tells hosts how many wait, and folds away what is settled", async () => {
  const html = await panelFor(
    [
      aQuestion({ id: "a", state: "waiting" }),
      aQuestion({ id: "b", state: "answered", answer: "Um elf." }),
      aQuestion({ id: "c", state: "answered", text: "", name: "" }),
    ],
    { isModerated: true },
    true,
  );
  expect(html).toContain('aria-label="Warten auf Freigabe (1)"');
  expect(html).toContain("<summary>Beantwortet (2)</summary>");
  expect(html).toContain("Um elf.");
  expect(html).toContain("Mündlich beantwortet");
  expect(html).toContain("Diese Frage wurde gelöscht.");
  expect(html).toContain("Gelöschte Person");
});

it("puts the pinned question on the stage, with a way down for hosts alone", async () => {
  const pinned = [aQuestion({ pinned: true, state: "on_air" })];
  const guest = roomMarkup(await aRoomWith(pinned), <PinnedQuestion />);
  const host = roomMarkup(await aRoomWith(pinned, {}, true), <PinnedQuestion />);
  for (const html of [guest, host]) expect(html).toContain('aria-label="Frage auf der Bühne"');
  expect(host).toContain('aria-label="Nicht mehr zeigen"');
  expect(guest).not.toContain("Nicht mehr zeigen");
  expect(roomMarkup(await aRoomWith([aQuestion()]), <PinnedQuestion />)).toBe("");
});

it("stands in the console for a host who is in no room, without a field to ask", async () => {
  const session = await aRoomWith([aQuestion()], {}, true);
  session.store.set({ connection: { ...session.state, current: null, answer: null } });
  const html = consoleMarkup(session, <QuestionsPanel />);
  expect(html).toContain('aria-label="Auf die Bühne: Wann ist Pause?"');
  expect(html).not.toContain("<textarea");
});
