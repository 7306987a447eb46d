import type { EventRole, Grant, Seat } from "@/domain/grants";
import type { Actor } from "@/domain/policy";
import type { networks } from "../schema/alliance";
import type { people } from "../schema/people";
import type { events } from "../schema/programme";
import type { registrationClaims, registrations } from "../schema/registration";

type Person = typeof people.$inferSelect;
type Network = typeof networks.$inferSelect;
type Event = typeof events.$inferSelect;
type Registration = typeof registrations.$inferSelect;
type Claim = typeof registrationClaims.$inferSelect;

export const guest: Actor = { type: "guest", seats: [] };
export const system: Actor = { type: "system", job: "test" };

/** A signed-in person with exactly these grants and seats. */
export const personActor = (
  person: Pick<Person, "id">,
  grants: readonly Grant[] = [],
  seats: readonly Seat[] = [],
): Actor => ({ type: "person", personId: person.id, grants, seats });

export const organizerActor = (person: Pick<Person, "id">, network: Pick<Network, "id">): Actor =>
  personActor(person, [{ role: "organizer", networkId: network.id }]);

/** A person with a role in one event only. */
export const eventActor = (
  person: Pick<Person, "id">,
  event: Pick<Event, "id" | "networkId">,
  role: EventRole,
): Actor => personActor(person, [{ role, networkId: event.networkId, eventId: event.id }]);

/** A browser that came through the mailed link of this registration. */
export const seatActor = (registration: Pick<Registration, "id" | "eventId">): Actor => ({
  type: "guest",
  seats: [{ registrationId: registration.id, eventId: registration.eventId, via: "mail" }],
});

/** A browser that merely typed this registration's address. */
export const claimActor = (
  registration: Pick<Registration, "id" | "eventId">,
  claim: Pick<Claim, "id">,
): Actor => ({
  type: "guest",
  seats: [
    { registrationId: registration.id, eventId: registration.eventId, via: "claim", claimId: claim.id },
  ],
});
