import "server-only";
import { and, isNotNull, ne, notInArray, or, type SQL } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";

/** On the list: what was given back or declined counts as if it had never been. */
export const isOnList = notInArray(registrations.status, ["cancelled", "declined"]);

/**
 * On the list for good, so that no invitation is needed: by somebody who has shown that the address is theirs, or whom the
 * office has put there itself. What anybody has typed, or what still waits for a yes, must not cost the invited their mail.
 */
export const needsNoInvitation: SQL | undefined = and(
  isOnList,
  ne(registrations.status, "pending"),
  or(isNotNull(registrations.provenAt), ne(registrations.source, "form")),
);
