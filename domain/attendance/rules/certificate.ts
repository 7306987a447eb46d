import type { EventStatus } from "@/domain/programme/rules";
import { minutesOf } from "../rules";

export type CertificateRule = { isOffered: boolean; minMinutes: number };
type Held = { status: EventStatus; endsAt: Date };
/** `isLetIn`: the door saw them, and counts nobody's minutes. */
export type Been = { seconds: number; isLetIn: boolean };

export type CertificateProblem = "not_offered" | "not_over" | "not_there" | "too_short";

/**
 * Why somebody gets no certificate; undefined where they do. Whoever was let in on site was there, for as long as anybody
 * can say; online the minutes count, and these are final a little after the end.
 */
export function certificateProblem(
  asked: { rule: CertificateRule | undefined; event: Held; been: Been },
  now: Date,
): CertificateProblem | undefined {
  const { rule, event, been } = asked;
  if (!rule?.isOffered || event.status === "cancelled" || event.status === "postponed") return "not_offered";
  if (event.status !== "ended" && now < event.endsAt) return "not_over";
  if (been.isLetIn) return undefined;
  if (been.seconds === 0) return "not_there";
  return minutesOf(been.seconds) < rule.minMinutes ? "too_short" : undefined;
}
