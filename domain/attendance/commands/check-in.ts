import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { atDoor, type DoorStanding } from "@/domain/registration/rules";
import { fail, ok, type Result } from "@/lib/result";
import { readCheckInCode } from "@/lib/tokens";
import { type LetIn, letIn } from "../internal/let-in";
import { holdRegistered } from "../queries/door";
import { type DoorProblem, doorProblem, scanMoment } from "../rules";
import { checkInInput } from "../schema";

type Refusal = DoorProblem | "unknown_code" | "other_event" | Exclude<DoorStanding, "welcome">;

/**
 * Lets somebody in who has a seat on site. Twice is once: the second time says since when they have been in. What was
 * scanned without a connection counts from when it was scanned. Reasons: unknown_code, other_event (nothing is said of
 * whose it is), seat_online, on_waiting_list, offer_not_taken, not_decided, registration_declined, registration_cancelled,
 * too_early, event_cancelled, event_over.
 */
export const checkIn = defineCommand({
  name: "check-in",
  input: checkInInput,
  permission: "attendance.checkIn",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async (context, { code, registrationId, scannedAt }, event): Promise<Result<LetIn, Refusal>> => {
    const at = scanMoment(scannedAt, context.now);
    const problem = doorProblem(event, at);
    if (problem) return fail(problem === "missing" ? "not_found" : "conflict", problem);
    const id = code === undefined ? registrationId : readCheckInCode(code);
    const found = id && (await holdRegistered(context.tx, id));
    if (!found) return fail("not_found", "unknown_code");
    if (found.eventId !== event.eventId)
      return code === undefined ? fail("not_found", "unknown_code") : fail("conflict", "other_event");
    const standing = atDoor(found);
    if (standing !== "welcome") return fail("conflict", standing, { details: { registrationId: found.id } });
    const via = code === undefined ? "list" : "code";
    const { id: held, eventId, renewals } = found;
    return ok(await letIn(context, { registrationId: held, eventId, at, via, renewals }));
  },
});
