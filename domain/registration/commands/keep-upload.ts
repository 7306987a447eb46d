import { uploads } from "@/db/schema/registration-uploads";
import { bytesOf, MOST_UNPROVEN_BYTES } from "@/domain/forms/labels";
import { questionsOf } from "@/domain/forms/queries";
import { keepUploadInput } from "@/domain/forms/schema";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { newId } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { unprovenBytes } from "../queries/uploads";

/**
 * Keeps a file that lies in the store for a question of an event's form, before the form itself is accepted: one that is
 * refused for something else comes back with it. Until then it is nobody's, and only whoever has its id can answer with
 * it. Reasons: uploads_full when too much lies there of people whose address is not proven.
 */
export const keepUpload = defineCommand({
  name: "keep-upload",
  input: keepUploadInput,
  permission: "registration.create",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx, now }, { eventId, questionId, file }) => {
    const asked = (await questionsOf(eventId, tx)).find(({ id }) => id === questionId);
    if (asked?.kind !== "file" || file.fileBytes > bytesOf(asked.files)) return fail("not_found", "missing");
    if ((await unprovenBytes(eventId, tx)) + file.fileBytes > MOST_UNPROVEN_BYTES)
      return fail("unavailable", "uploads_full");
    const uploadId = newId("upload");
    await tx.insert(uploads).values({ id: uploadId, eventId, questionId, ...file, createdAt: now });
    return ok({ uploadId });
  },
});
