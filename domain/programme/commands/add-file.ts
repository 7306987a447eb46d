import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { addMaterial, isOwnItem } from "../internal/materials";
import { pageEdit } from "../internal/page-edit";
import { addFileInput } from "../schema/materials";

/** Puts a file that lies in the store among the event's materials. */
export const addFile = defineCommand({
  name: "add-file",
  input: addFileInput,
  ...pageEdit,
  run: async ({ tx, emit }, { file, ...said }) => {
    const { eventId } = said;
    if (!(await isOwnItem(tx, said))) return fail("not_found", "missing");
    const full = await addMaterial(tx, { ...said, ...file });
    if (full) return full;
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
