/** Who stands on the list no more, or never did: no registration needs the mails that they get. */
export const offTheList = ["declined", "cancelled"] as const;

/** Whether the reader of a message can end the network's mails for good, and is told how. */
export const isRefusable = (
  { purpose }: { purpose: "event" | "news" },
  { status }: { status: string },
): boolean => purpose === "news" || offTheList.some((off) => off === status);

export type CircularState = "draft" | "held" | "sending" | "sent" | "stopped";

/** Only what nobody has approved yet can be changed. */
export const isCircularEditable = (state: CircularState): boolean => state === "draft";

type Release = {
  state: CircularState;
  review: boolean;
  /** Whoever asks for it has written it. */
  isAuthor: boolean;
};

/** What becomes of a message that somebody wants to send; where review is wanted, a second person has to. */
type Released = "held" | "sending" | "own_review" | "not_open";
export function released({ state, review, isAuthor }: Release): Released {
  if (state === "draft") return review ? "held" : "sending";
  if (state !== "held") return "not_open";
  return review && isAuthor ? "own_review" : "sending";
}

/** Messages that one event sends within a day: enough for every part of its people, and too few to bury anybody's mailbox. */
export const MESSAGES_PER_DAY = 20;

/** Test mails that one person gets of one event within an hour. */
export const TEST_MAILS_PER_HOUR = 20;
