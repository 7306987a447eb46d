/** What can be said of a talk once it has been: small enough for the room, which offers it too. Pure. */

export const outcomes = [
  "did_not_happen",
  "no_common_interest",
  "interesting",
  "cooperation_possible",
] as const;

/** Characters of a note for oneself. */
export const OWN_NOTE_LENGTH = 2_000;
