import { isIdOf } from "@/lib/id-kinds";
import type { Id } from "@/lib/ids";
import type { RoomKind, RoundRule } from "../schema";

/** A host's second connection beside their own: an ear in one breakout, or a voice in all of them. */
export const asideKinds = ["listen", "speak"] as const;
export type AsideKind = (typeof asideKinds)[number];

/** So long the room reads and hears „Moderation hört zu“ before anybody gets what they need to hear it. */
export const LISTEN_NOTICE_MS = 3_000;

/** In rooms of pairs two talk in confidence: nobody listens in, whoever they are. */
const PAIRS = new Set<RoundRule>(["random_pairs", "network_pairs", "networking", "talk"]);
/** With fewer people in it a room is a talk between two. */
const FEWEST = 3;

/** Whether a host can listen in at all: never in a talk, in a room of pairs, or where only two are. */
export const mayListenIn = ({ kind, rule, people }: { kind: RoomKind; rule: RoundRule; people: number }) =>
  kind === "breakout" && !PAIRS.has(rule) && people >= FEWEST;

/** The name of such a connection at LiveKit, by which every browser in the room knows it from its first moment on. */
export const asideIdentity = (admissionId: string, kind: AsideKind): string => `${admissionId}.${kind}`;

/** Whose connection it is, and of which kind; undefined for everybody's own. */
export function asideIn(identity: string) {
  const at = identity.lastIndexOf(".");
  const kind = asideKinds.find((one) => one === identity.slice(at + 1));
  const admissionId = identity.slice(0, Math.max(at, 0));
  return kind && isIdOf("admission", admissionId) ? { admissionId, kind } : undefined;
}

/** Who is behind an identity at LiveKit, be it their own connection or one beside it. */
export const admissionOf = (identity: string): Id<"admission"> | undefined =>
  isIdOf("admission", identity) ? identity : asideIn(identity)?.admissionId;
