import { mailSettings } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { fail, ok } from "@/lib/result";
import { mailsDesk } from "../internal/mails-desk";
import { mailSettingsOf } from "../queries/settings";
import { changeMailSettingsInput } from "../schema";

/**
 * Which mails an event sends by itself, and whether a second person reads messages to many. That one is switched on by
 * whoever may write, and off by the office's owner alone.
 */
export const changeMailSettings = defineCommand({
  name: "change-mail-settings",
  input: changeMailSettingsInput,
  ...mailsDesk,
  run: async ({ tx, actor }, { eventId, ...settings }, event) => {
    const { review } = await mailSettingsOf(eventId, tx);
    if (review && !settings.review && !can(actor, "mails.waiveReview", event))
      return fail("invalid", "input", { fields: { review: ["owner_only"] } });
    await tx
      .insert(mailSettings)
      .values({ eventId, ...settings })
      .onConflictDoUpdate({ target: mailSettings.eventId, set: settings });
    return ok({ eventId });
  },
});
