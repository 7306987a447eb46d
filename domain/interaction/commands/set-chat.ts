import { chatSettings } from "@/db/schema/interaction";
import { defineCommand } from "@/domain/kernel/command";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { ok } from "@/lib/result";
import { chatSettingsOf } from "../internal/chat-rows";
import { chatSettingsInput } from "../schema/chat";

/** Whom people may write to in an event; what was written before stays where it is read. */
export const setChat = defineCommand({
  name: "set-chat",
  input: chatSettingsInput,
  permission: "chat.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, ...change }, { event }) => {
    const wished = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const settings = { ...(await chatSettingsOf(tx, eventId, event.mode)), ...wished };
    await tx
      .insert(chatSettings)
      .values({ eventId, ...settings })
      .onConflictDoUpdate({ target: chatSettings.eventId, set: { eventId, ...wished } });
    await emit({ kind: "chat.set", payload: { eventId } });
    return ok(settings);
  },
});
