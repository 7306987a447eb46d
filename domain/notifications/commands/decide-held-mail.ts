import { mailSettings } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { mailsDesk } from "../internal/mails-desk";
import type { HeldMail } from "../labels";
import { mailSettingsOf } from "../queries/settings";
import { decideHeldMailInput } from "../schema";

const columns = {
  dayBefore: "dayBeforeReleasedFor",
  thanks: "thanksReleasedFor",
} as const satisfies Record<HeldMail, string>;

/**
 * Somebody has looked through a mail that the event holds back, for its date as it stands; or wants it held again. What is
 * released goes out when its time has come, in the words it has then. Reason: wrong_state where nothing is held.
 */
export const decideHeldMail = defineCommand({
  name: "decide-held-mail",
  input: decideHeldMailInput,
  ...mailsDesk,
  run: async ({ tx }, { eventId, mail, decision }, event) => {
    const settings = await mailSettingsOf(eventId, tx);
    if (!settings.hold || !settings[mail]) return fail("conflict", "wrong_state");
    const set = { [columns[mail]]: decision === "release" ? event.startsAt : null };
    await tx
      .insert(mailSettings)
      .values({ eventId, ...set })
      .onConflictDoUpdate({ target: mailSettings.eventId, set });
    return ok({ eventId, mail });
  },
});
