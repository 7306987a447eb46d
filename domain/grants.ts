import type { Id } from "@/lib/ids";

export type NetworkRole = "network_admin" | "organizer" | "observer" | "member";
/** `observer` in both: of the whole network, or of this one event. */
export type EventRole = "host" | "cohost" | "speaker" | "check_in" | "observer";
export type Role = NetworkRole | EventRole;

/**
 * A role in a network, or in one event of it. A co-hosting network with access gives its organizers an event grant, and
 * its members one for what is for members only.
 */
export type Grant = {
  role: Role;
  networkId: Id<"network">;
  eventId?: Id<"event">;
  /** What makes a proven address a member's; absent for who is in the network by name, which counts as listed. */
  by?: "list" | "domain";
};

/** What a browser holds of one registration: by the mailed link (`mail`) or merely by having typed it (`claim`). */
export type Seat = {
  registrationId: Id<"registration">;
  eventId: Id<"event">;
  via: "mail" | "claim";
  claimId?: Id<"claim">;
};
