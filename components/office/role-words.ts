import { isEventRole, isOfficeRole } from "@/domain/alliance/rules";
import type { Role } from "@/domain/grants";

/** Keys of the `office` catalog: what a role is called in one event or in a network's office, and what it lets do. */
export function roleWords({ role, atEvent }: { role: Role; atEvent: boolean }) {
  if (atEvent && isEventRole(role))
    return { name: `atEvent.roles.${role}`, hint: `atEvent.roleHints.${role}` } as const;
  if (!atEvent && isOfficeRole(role)) return { name: `roles.${role}`, hint: `roleHints.${role}` } as const;
  throw new Error(`nobody is invited as ${role}`);
}
