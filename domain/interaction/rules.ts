/** Messages one person may post in the last ten seconds, and in the last minute. */
export const CHAT_LIMITS = { tenSeconds: 6, minute: 20 } as const;

/** True when one more message now would be a flood. `ages` are those of the person's last messages, in ms. */
export function isFlood(ages: readonly number[]): boolean {
  const recent = (withinMs: number) => ages.filter((age) => age < withinMs).length;
  return recent(10_000) >= CHAT_LIMITS.tenSeconds || recent(60_000) >= CHAT_LIMITS.minute;
}

/** Hands one person may raise within a minute: every one of them makes all browsers in the room ask again. */
export const HANDS_A_MINUTE = 6;

/** So long a hand that went down can be put back into its place. */
export const UNDO_HAND_MS = 30_000;

/** An invitation that nobody answers goes back into the queue. */
export const INVITATION_MS = 60_000;
export type HandState = "raised" | "invited" | "speaking" | "lowered";

/** Which state may follow which; `lowered` is the end of one raised hand. */
export const nextHandStates = {
  raised: ["invited", "lowered"],
  invited: ["raised", "speaking", "lowered"],
  speaking: ["lowered"],
  lowered: [],
} as const satisfies Record<HandState, readonly HandState[]>;

export const mayBecome = (from: HandState, to: HandState): boolean =>
  nextHandStates[from].some((state) => state === to);

/** State at `now`: an invitation that has run out counts as raised again. */
export const handStateAt = (hand: { state: HandState; invitedAt: Date | null }, now: Date): HandState => {
  const hasRunOut =
    hand.state === "invited" && hand.invitedAt && now.getTime() - hand.invitedAt.getTime() >= INVITATION_MS;
  return hasRunOut ? "raised" : hand.state;
};
