import { expect, it } from "vitest";
import type { ChatMessage } from "@/realtime/chat-api";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { roomMarkup } from "../testing/room-markup";
import { ChatMessageItem } from "./chat-message";

const message: ChatMessage = {
  ...{ id: "msg_a", roomId: "main", scope: "room", admissionId: "adm_ben", name: "Ben", toId: null },
  ...{ toName: null, text: "Hallo", mentions: [], replyTo: null, edited: false, deleted: false },
  ...{ clientKey: "key-12345678", at: new Date(30_000).toISOString() },
};

/** The message as Ada, who is `adm_x`, reads it. */
async function markupOf(change: Partial<ChatMessage>): Promise<string> {
  const { session, enterMain } = fakeSession();
  await enterMain();
  return roomMarkup(session, <ChatMessageItem message={{ ...message, ...change }} />);
}

it("opens links beside the room, without telling the other side where they were, and loads nothing of them", async () => {
  const html = await markupOf({ text: "https://example.org/bild.png <img src=x onerror=alert(1)>" });
  expect(html).toContain('href="https://example.org/bild.png"');
  for (const kept of ["noopener noreferrer nofollow ugc", 'target="_blank"', 'title="Öffnet example.org'])
    expect(html).toContain(kept);
  expect(html.toLowerCase()).toContain('referrerpolicy="no-referrer"');
  expect(html).not.toContain("<img");
});

it("says who is mentioned by name, and by none once they are erased", async () => {
  const text = "<@adm_aaaaaaaa> und <@adm_bbbbbbbb>";
  const mentions = [
    { admissionId: "adm_aaaaaaaa", name: "Änne" },
    { admissionId: "adm_bbbbbbbb", name: "" },
  ];
  const html = await markupOf({ text, mentions });
  for (const said of ["@Änne", "@Gelöschte Person"]) expect(html).toContain(said);
  expect(html).not.toContain("adm_aaaaaaaa");
});

it("says who else reads it, what it answers, and that it was edited", async () => {
  expect(await markupOf({ scope: "hosts" })).toContain("an die Moderation");
  expect(await markupOf({ scope: "private", toId: "adm_x", toName: "Ada" })).toContain("nur an Sie");
  const own = { scope: "private" as const, admissionId: "adm_x", toId: "adm_ben", toName: "Ben" };
  expect(await markupOf(own)).toContain("nur an Ben");
  expect(await markupOf({ edited: true })).toContain("bearbeitet");
  const replyTo = { id: "msg_b", name: "Cem", text: "Wann?" };
  expect(await markupOf({ replyTo })).toMatch(/<blockquote.*Cem.*Wann\?/);
  expect(await markupOf({ replyTo: { ...replyTo, text: "" } })).toContain("Diese Nachricht wurde gelöscht.");
});
