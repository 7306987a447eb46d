import { mailSettings } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { fail, ok } from "@/lib/result";
import { mailsDesk } from "../internal/mails-desk";
import { mailSettingsOf } from "../queries/settings";
import { changeMailSettingsInput } from "../schema";

/**
 * Which mails an event sends by itself, and whether a second person reads messages to many. That one is switched on by
 * whoever may write, and off by the office's owner alone, as thanks and the page they lead to while nobody else reads them.
 */
export const changeMailSettings = defineCommand({
  name: "change-mail-settings",
  input: changeMailSettingsInput,
  ...mailsDesk,
  run: async ({ tx, actor }, { eventId, ...settings }, event) => {
    const now = await mailSettingsOf(eventId, tx);
    if (now.review && !can(actor, "mails.waiveReview", event)) {
      const changed = {
        review: !settings.review,
        thanks: settings.thanks && !now.thanks,
        feedbackUrl: settings.feedbackUrl !== now.feedbackUrl,
      };
      const fields = Object.entries(changed).flatMap(([field, is]) => (is ? [[field, ["owner_only"]]] : []));
      if (fields.length > 0) return fail("invalid", "input", { fields: Object.fromEntries(fields) });
    }
    await tx
      .insert(mailSettings)
      .values({ eventId, ...settings })
      .onConflictDoUpdate({ target: mailSettings.eventId, set: settings });
    return ok({ eventId });
  },
});
