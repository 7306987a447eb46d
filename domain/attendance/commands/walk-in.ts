import { defineCommand } from "@/domain/kernel/command";
import { within } from "@/domain/kernel/within";
import { eventScope } from "@/domain/programme/queries";
import { registerAtDoor } from "@/domain/registration/commands/register-at-door";
import { fail, ok, type Result } from "@/lib/result";
import { type LetIn, letIn } from "../internal/let-in";
import { holdRegistered } from "../queries/door";
import { type DoorProblem, doorProblem, scanMoment } from "../rules";
import { walkInInput } from "../schema";

/**
 * Registers somebody who stands at the door and lets them in, in one step: name and address are enough. Whoever turns out
 * to be registered is let in by that, and from online to on site. Reasons: those of the door and of register-at-door.
 */
export const walkIn = defineCommand({
  name: "walk-in",
  input: walkInInput,
  permission: "attendance.checkIn",
  line: ({ eventId }) => `seats of ${eventId}`,
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async (
    context,
    { eventId, name, email, scannedAt },
    event,
  ): Promise<Result<LetIn & { registered: boolean }, DoorProblem>> => {
    const at = scanMoment(scannedAt, context.now);
    const problem = doorProblem(event, at);
    if (problem) return fail(problem === "missing" ? "not_found" : "conflict", problem);
    const { registrationId, registered } = await within(context, registerAtDoor, {
      eventId,
      name,
      email,
      at,
    });
    // Whoever was on the list came by it, whatever was typed.
    const via = registered ? "walk_in" : "list";
    const held = await holdRegistered(context.tx, registrationId);
    if (!held) throw new Error("a registration that was just made is gone");
    const entry = await letIn(context, { registrationId, eventId, at, via, renewals: held.renewals });
    return ok({ ...entry, registered });
  },
});
