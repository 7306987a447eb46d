import { isIdOf } from "@/lib/id-kinds";

const SUFFIX = ".watch";

/** The name at LiveKit of who sees and hears the stage from behind it: a second connection, unseen by everybody. */
export const monitorIdentity = (admissionId: string): string => `${admissionId}${SUFFIX}`;

/** Whose connection it is; undefined for every other one. */
export function monitorIn(identity: string) {
  const admissionId = identity.endsWith(SUFFIX) ? identity.slice(0, -SUFFIX.length) : "";
  return isIdOf("admission", admissionId) ? admissionId : undefined;
}
