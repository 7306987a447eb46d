import { mailSettings } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { ok } from "@/lib/result";
import { mailsDesk } from "../internal/mails-desk";
import { changeMailSettingsInput } from "../schema";

/** Which mails an event sends by itself, what its thanks say, and whether a second person reads messages to many. */
export const changeMailSettings = defineCommand({
  name: "change-mail-settings",
  input: changeMailSettingsInput,
  ...mailsDesk,
  run: async ({ tx }, { eventId, ...settings }) => {
    await tx
      .insert(mailSettings)
      .values({ eventId, ...settings })
      .onConflictDoUpdate({ target: mailSettings.eventId, set: settings });
    return ok({ eventId });
  },
});
