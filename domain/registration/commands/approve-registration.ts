import { defineCommand } from "@/domain/kernel/command";
import { overReason } from "@/domain/programme/rules";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { grantRequest } from "../internal/admission";
import { lockToSeat } from "../internal/load-registration";
import { registrationRef } from "../schema";

type Approved = { registrationId: Id<"registration">; state: "confirmed" | "waiting" | "offered" };
type Refusal = "event_full" | "no_onsite_seats" | "registration_cancelled" | "event_over" | "event_cancelled";

/**
 * The office says yes to a request, also to one it had declined: a seat, or the end of the waiting list, because nobody
 * passes who waits already. Saying it again changes nothing. Reasons: event_full, no_onsite_seats,
 * registration_cancelled, event_over, event_cancelled.
 */
export const approveRegistration = defineCommand({
  name: "approve-registration",
  input: registrationRef,
  permission: "registration.decide",
  load: ({ tx }, { registrationId }) => lockToSeat(tx, registrationId),
  run: async (context, { registrationId }, { row, event, plan }): Promise<Result<Approved, Refusal>> => {
    if (row.status === "cancelled") return fail("conflict", "registration_cancelled");
    if (row.status !== "pending" && row.status !== "declined")
      return ok({ registrationId, state: row.status });
    const over = overReason(event, context.now);
    if (over) return fail("conflict", over);
    const granted = await grantRequest(context, { row, event, plan });
    return granted.ok ? ok({ registrationId, state: granted.value }) : granted;
  },
});
