import { eq } from "drizzle-orm";
import { mailSettings } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { copyMailSettingsInput } from "../schema";

/**
 * Lets a new event send the mails that another of the same network sends, with its words of thanks. Messages that
 * somebody wrote stay where they are. An original that never was set leaves its copy so.
 */
export const copyMailSettings = defineCommand({
  name: "copy-mail-settings",
  input: copyMailSettingsInput,
  permission: "mails.manage",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, { eventId, fromEventId }, event) => {
    const original = await eventScope(tx, fromEventId);
    if (original?.networkId !== event.networkId) return fail("not_found", "missing");
    const [row] = await tx.select().from(mailSettings).where(eq(mailSettings.eventId, fromEventId));
    // What was looked through for the original was not for its copy.
    const unreleased = { dayBeforeReleasedFor: null, thanksReleasedFor: null };
    if (row) await tx.insert(mailSettings).values({ ...row, ...unreleased, eventId });
    return ok({ eventId });
  },
  onConstraint: { mail_settings_pkey: fail("conflict", "wrong_state").failure },
});
