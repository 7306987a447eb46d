import type { RoomQuestion } from "../audience-api";

/** A question as a browser gets it, of somebody else and open unless said otherwise. */
export const aQuestion = ({
  minute = 0,
  ...values
}: Partial<RoomQuestion> & { minute?: number } = {}): RoomQuestion => ({
  ...{ id: "auq_a", text: "Wann ist Pause?", name: "Ben", hall: false, answer: null },
  state: "new",
  ...{ pinned: false, edited: false, votes: 0, hallVotes: 0, stopped: false, mine: false },
  ...{ voted: false, joined: false, mergedIntoId: null, merged: [] },
  at: new Date(minute * 60_000).toISOString(),
  ...values,
});
