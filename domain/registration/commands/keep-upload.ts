import { uploads } from "@/db/schema/registration-uploads";
import { bytesOf } from "@/domain/forms/labels";
import { questionsOf } from "@/domain/forms/queries";
import { keepUploadInput } from "@/domain/forms/schema";
import { defineCommand } from "@/domain/kernel/command";
import { inTurn } from "@/domain/kernel/turns";
import { eventScope } from "@/domain/programme/queries";
import { newId } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { giveWay } from "../internal/give-way";
import { bytesToFree } from "../internal/upload-room";
import { bringerOf, roomOf } from "../queries/upload-room";

/**
 * Keeps a file that lies in the store for a question of an event's form, before the form itself is accepted: one that is
 * refused for something else comes back with it. Until then it is nobody's, and only whoever has its id can answer with
 * it. `gone` are files that made room for it. Reasons: uploads_full when too much lies there that is too young to go, of
 * this one or of all whose address is as little proven.
 */
export const keepUpload = defineCommand({
  name: "keep-upload",
  input: keepUploadInput,
  permission: "registration.create",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async (context, { eventId, questionId, address, file }) => {
    const { tx, actor, now } = context;
    const asked = (await questionsOf(eventId, tx)).find(({ id }) => id === questionId);
    if (asked?.kind !== "file" || file.fileBytes > bytesOf(asked.files)) return fail("not_found", "missing");
    const bringer = bringerOf(actor, { eventId, address });
    await inTurn(tx, "upload-room", eventId);
    const need = bytesToFree(await roomOf(bringer, now, tx), file.fileBytes);
    const gone = need && (await giveWay(context, bringer, need));
    if (!gone) return fail("unavailable", "uploads_full");
    const { source, isKnown } = bringer;
    const uploadId = newId("upload");
    await tx
      .insert(uploads)
      .values({ id: uploadId, eventId, questionId, ...file, source, isKnown, createdAt: now });
    return ok({ uploadId, gone });
  },
});
