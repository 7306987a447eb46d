import { mailSettings } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { fail, ok } from "@/lib/result";
import { mailsDesk } from "../internal/mails-desk";
import { wordColumns } from "../internal/word-columns";
import { mailSettingsOf } from "../queries/settings";
import { changeMailWordingInput } from "../schema";

/**
 * Says one of an event's mails in an organizer's words, or in ours again where all fields are empty. It holds for what is
 * written from now on. Where a second person reads what goes to many, this is for the office's owner: nobody reads these.
 */
export const changeMailWording = defineCommand({
  name: "change-mail-wording",
  input: changeMailWordingInput,
  ...mailsDesk,
  // The event is held, so two people who change different mails at once lose neither.
  run: async ({ tx, actor }, { eventId, mail, ...wording }, event) => {
    const { review, words } = await mailSettingsOf(eventId, tx);
    if (review && !can(actor, "mails.waiveReview", event)) return fail("conflict", "words_under_review");
    const columns = wordColumns({ ...words, [mail]: wording });
    await tx
      .insert(mailSettings)
      .values({ eventId, ...columns })
      .onConflictDoUpdate({ target: mailSettings.eventId, set: columns });
    return ok({ eventId, mail });
  },
});
