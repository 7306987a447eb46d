import type { Id } from "@/lib/ids";
import type { outcomes } from "../../rules/afterwards";

export type PersonId = Id<"person">;
export type EventId = Id<"event">;
export type NetworkId = Id<"network">;
export type Outcome = (typeof outcomes)[number];

/** One wish to talk, with what became of it; answers with other times belong to the wish that they answer. */
export type Wish = {
  eventId: EventId;
  from: PersonId;
  to: PersonId;
  state: "open" | "accepted" | "declined" | "withdrawn" | "expired";
};

/** A talk that was agreed or planned, as it went: not one that was called off, but one that was given up in vain. */
export type TalkFact = {
  eventId: EventId;
  /** Somebody waited for who never came, and gave it up: it is nobody's talk about anything any more. */
  isGivenUp: boolean;
  people: readonly { personId: PersonId; noShow: boolean; outcome: Outcome | null }[];
  /** `null` while it is ahead or running, and where nobody could see it and nobody said so. */
  held: boolean | null;
  isOver: boolean;
  /** Its people can still say what came of it, or say it anew. */
  isSayable: boolean;
  /** In which at least two of them were together. */
  minutes: number;
};

export type Facts = { wishes: readonly Wish[]; talks: readonly TalkFact[] };

/** Somebody who takes talks at one event, and what a reader of the report may learn of them. */
export type Member = {
  personId: PersonId;
  eventId: EventId;
  /** One of their networks, always the same. */
  networkId: NetworkId | null;
  /** That network is the reader's own, at an event that the reader reports on. */
  isOwn: boolean;
  /** The reader may see them by name. */
  isNamed: boolean;
  /** Talks of that event are over. */
  isOver: boolean;
};

/** A network, all that are told together, or null for who is left out. */
export type Label = NetworkId | "others" | null;
