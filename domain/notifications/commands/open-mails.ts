import { mailSettings } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { wordColumns } from "../internal/word-columns";
import { openMailsInput } from "../schema";

/** Lets a planned event send the mails of its plan, in the plan's words. */
export const openMails = defineCommand({
  name: "open-mails",
  input: openMailsInput,
  permission: "mails.manage",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, { eventId, thanksDe, thanksEn, words, ...settings }) => {
    const { thanks } = words;
    const subjects = { subjectDe: thanks?.subjectDe ?? "", subjectEn: thanks?.subjectEn ?? "" };
    const texts = { textDe: thanksDe || (thanks?.textDe ?? ""), textEn: thanksEn || (thanks?.textEn ?? "") };
    const columns = wordColumns({ ...words, thanks: { ...subjects, ...texts } });
    await tx.insert(mailSettings).values({ eventId, ...settings, ...columns });
    return ok({ eventId });
  },
  onConstraint: { mail_settings_pkey: fail("conflict", "wrong_state").failure },
});
