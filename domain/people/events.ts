import { z } from "zod";
import { idOf } from "@/lib/ids";

/** Facts hold ids only: what the mail says is sealed in the row of the code. */
export const signInRequested = "signin.requested";
export const signInRequestedPayload = z.object({ codeId: idOf("code") });

export const emailChangeRequested = "email.requested";
export const emailChanged = "email.changed";
export const emailChangePayload = z.object({ changeId: idOf("emailChange") });
