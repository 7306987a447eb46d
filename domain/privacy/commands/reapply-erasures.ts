import { eraseBallots } from "@/domain/interaction/commands/erase-ballots";
import { eraseMessages } from "@/domain/interaction/commands/erase-messages";
import { eraseQuestions } from "@/domain/interaction/commands/erase-questions";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { within } from "@/domain/kernel/within";
import { eraseMails } from "@/domain/notifications/commands/erase-mails";
import { overReason } from "@/domain/programme/rules";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { eraseInvitations } from "@/domain/registration/commands/erase-invitations";
import { eraseRegistrations } from "@/domain/registration/commands/erase-registrations";
import { isHeld } from "@/domain/registration/rules";
import { eraseAdmissions } from "@/domain/rooms/commands/erase-admissions";
import { ok } from "@/lib/result";
import { peopleBroughtBack, registrationsBroughtBack } from "../queries/erasures";
import { wipePerson } from "./wipe-person";

type Returned = Awaited<ReturnType<typeof registrationsBroughtBack>>[number];

async function eraseReturned(context: Context, { registration, event, erasedAt }: Returned): Promise<void> {
  const { id, email } = registration;
  if (isHeld(registration) && overReason(event, context.now) === undefined)
    await within(context, cancelRegistration, { registrationId: id });
  const found = { personId: null, registrationIds: [id], roundIds: [] };
  const { admissionIds } = await within(context, eraseAdmissions, found);
  await within(context, eraseMessages, { admissionIds });
  await within(context, eraseBallots, { admissionIds });
  await within(context, eraseQuestions, { admissionIds });
  await within(context, eraseRegistrations, { registrationIds: [id] });
  // Whoever has the address since then is somebody else, or has come anew.
  const addresses = [{ email, until: erasedAt }];
  await within(context, eraseInvitations, { addresses });
  await within(context, eraseMails, { addresses, subjectIds: [id] });
}

/**
 * Erases once more whom a restored backup has brought back, by the log of erasures. Small batches, because each is as much
 * work as an erasure. `gone` is 0 when nobody is left.
 */
export const reapplyErasures = defineCommand({
  name: "reapply-erasures",
  input: batchInput,
  permission: "person.forget",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const returned = await peopleBroughtBack(context.tx, limit);
    for (const { personId } of returned) await within(context, wipePerson, { personId });
    const left = await registrationsBroughtBack(context.tx, limit);
    for (const one of left) await eraseReturned(context, one);
    return ok({ gone: returned.length + left.length });
  },
});
