import { expect, it } from "vitest";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { roomMarkup } from "../testing/room-markup";
import { ChatPanel } from "./chat-panel";

const said = (id: string, name: string, text: string) => ({
  ...{ id, name, text, roomId: "main", scope: "room", admissionId: `adm_${name}` },
  ...{ clientKey: `key-${id}-12345`, at: new Date(30_000).toISOString() },
});

/** The chat of a room in which Ben wrote something, and somebody whose words are erased. */
async function chatFor(who: "host" | "guest"): Promise<string> {
  const { session, control, clock, enterMain } = fakeSession();
  control.lists = { chat: { messages: [said("msg_a", "Ben", "Werbung"), said("msg_b", "", "")] } };
  await enterMain();
  session.documents.readAll();
  await clock.pass(0);
  const { connection } = session.store.get();
  const { current } = connection;
  if (!current) throw new Error("not in the room");
  const rights = { ...current.rights, moderate: who === "host" };
  session.store.set({ connection: { ...connection, current: { ...current, rights } } });
  return roomMarkup(session, <ChatPanel />);
}

it("offers nothing about words that are gone, and to hosts how the chat is used", async () => {
  const [host, guest] = [await chatFor("host"), await chatFor("guest")];
  for (const html of [host, guest]) {
    expect(html).toContain("Werbung");
    expect(html.match(/aria-label="Aktionen für die Nachricht von /g)).toHaveLength(1);
    expect(html).toContain('aria-label="Aktionen für die Nachricht von Ben"');
    expect(html).toContain("Diese Nachricht wurde gelöscht.");
  }
  expect(host).toContain('aria-label="Chat einstellen"');
  expect(guest).not.toContain("Chat einstellen");
});
