import { describe, expect, it } from "vitest";
import type { Id } from "@/lib/ids";
import type { Grant, Role, Seat } from "./grants";
import { type Actor, can, type Permission, policy, type Scope } from "./policy";

const networkId: Id<"network"> = "net_here";
const otherNetworkId: Id<"network"> = "net_there";
const eventId: Id<"event"> = "evt_here";
const otherEventId: Id<"event"> = "evt_there";
const registrationId: Id<"registration"> = "reg_mine";
const me: Id<"person"> = "per_me";

const person = (personId: Id<"person">, ...grants: Grant[]): Actor => ({
  type: "person",
  personId,
  grants,
  seats: [],
});
const holding = (role: Role, network = networkId, event?: Id<"event">): Actor =>
  person("per_other", { role, networkId: network, ...(event && { eventId: event }) });
const seat = (via: Seat["via"], registration = registrationId): Actor => ({
  type: "guest",
  seats: [{ registrationId: registration, eventId, via }],
});

/** Every kind of actor, seen from one row of network `net_here` and event `evt_here` that belongs to `per_me`. */
const actors = {
  guest: { type: "guest", seats: [] },
  claim: seat("claim"),
  mailSeat: seat("mail"),
  otherSeat: seat("mail", "reg_other"),
  owner: person(me),
  stranger: person("per_other"),
  member: holding("member"),
  memberByDomain: person("per_other", { role: "member", networkId, by: "domain" }),
  observer: holding("observer"),
  organizer: holding("organizer"),
  admin: holding("network_admin"),
  host: holding("host", networkId, eventId),
  cohost: holding("cohost", networkId, eventId),
  speaker: holding("speaker", networkId, eventId),
  doorkeeper: holding("check_in", networkId, eventId),
  eventObserver: holding("observer", networkId, eventId),
  /** Organizer of a co-hosting network with access: an event grant. */
  partner: holding("organizer", networkId, eventId),
  /** Member of such a network. */
  partnerMember: holding("member", networkId, eventId),
  otherEventHost: holding("host", networkId, otherEventId),
  otherDoorkeeper: holding("check_in", networkId, otherEventId),
  otherEventPartner: holding("organizer", networkId, otherEventId),
  otherPartnerMember: holding("member", networkId, otherEventId),
  otherEventObserver: holding("observer", networkId, otherEventId),
  foreignObserver: holding("observer", otherNetworkId),
  foreignMember: holding("member", otherNetworkId),
  foreignOrganizer: holding("organizer", otherNetworkId),
  foreignAdmin: holding("network_admin", otherNetworkId),
  system: { type: "system", job: "test" },
  webhook: { type: "webhook", source: "livekit" },
} satisfies Record<string, Actor>;

type Kind = keyof typeof actors;
const everybody = Object.keys(actors).sort();
const machines: Kind[] = ["system", "webhook"];
const organizers: Kind[] = ["organizer", "admin", "partner"];
const hosts: Kind[] = [...organizers, "host", "cohost"];
const office: Kind[] = ["organizer", "admin"];
const seers: Kind[] = [...hosts, "observer", "eventObserver"];
const holders: Kind[] = ["owner", "mailSeat"];

const mayOnRow: Record<Permission, readonly string[]> = {
  "person.signIn": everybody,
  "person.ensure": machines,
  "person.update": ["owner"],
  "person.export": ["owner"],
  "person.erase": ["owner"],
  "person.proveEmail": everybody,
  "person.forget": machines,
  "network.found": machines,
  "network.read": [...office, "observer"],
  "members.manage": office,
  "network.manage": ["admin"],
  "role.accept": ["owner"],
  "role.leave": ["owner"],
  "event.create": organizers,
  "template.manage": organizers,
  "series.plan": organizers,
  "series.manage": office,
  "series.host": office,
  "event.update": [...organizers, "host"],
  "event.publish": [...organizers, "host"],
  "event.cancel": [...organizers, "host"],
  "event.run": [...hosts, ...machines],
  "form.edit": [...organizers, "host"],
  "event.readDesk": seers,
  "event.readMembersOnly": [...seers, "member", "memberByDomain", "partnerMember", "speaker"],
  "event.share": office,
  "registration.create": everybody,
  "registration.read": [...holders, ...hosts],
  "registration.update": holders,
  "registration.cancel": [...holders, ...organizers, ...machines],
  "registration.prove": [...holders, ...machines],
  "registration.promote": [...organizers, ...machines],
  "registration.decide": organizers,
  "registration.admit": machines,
  "registration.list": seers,
  "registration.export": organizers,
  "registration.manage": organizers,
  "answers.readSensitive": organizers,
  "seats.change": [...organizers, "host"],
  "seats.rules": organizers,
  "invitation.manage": organizers,
  "room.enter": hosts,
  "room.open": [...hosts, ...machines],
  "room.end": [...hosts, ...machines],
  "room.takeOver": [],
  "room.moderate": hosts,
  "room.record": machines,
  "round.manage": [...hosts, ...machines],
  "talk.open": machines,
  "round.take": hosts,
  "chat.post": hosts,
  "chat.hide": hosts,
  "chat.manage": hosts,
  "caption.manage": hosts,
  "hand.raise": hosts,
  "hand.manage": hosts,
  "poll.manage": [...hosts, ...machines],
  "poll.answer": hosts,
  "sheet.write": hosts,
  "sheet.share": hosts,
  "question.ask": hosts,
  "question.manage": hosts,
  "question.askInHall": everybody,
  "listing.publish": ["owner"],
  "person.block": ["owner"],
  "taxonomy.manage": office,
  "entry.post": ["owner"],
  "entry.postForNetwork": office,
  "entry.change": ["owner", ...office],
  "entry.contact": ["owner"],
  "entry.moderate": office,
  "entry.export": office,
  "availability.mark": holders,
  "suggestion.dismiss": holders,
  "calendar.import": holders,
  "calendar.refresh": machines,
  "meeting.request": holders,
  "meeting.withdraw": [...holders, ...machines],
  "meeting.answer": holders,
  "meeting.counter": holders,
  "meeting.edit": holders,
  "meeting.write": holders,
  "meeting.book": organizers,
  "wish.state": holders,
  "plan.make": organizers,
  "plan.run": machines,
  "meeting.cancel": [...holders, ...organizers, ...machines],
  "meeting.invite": holders,
  "meeting.agree": holders,
  "meeting.join": holders,
  "meeting.leave": machines,
  "meeting.outcome": holders,
  "meeting.move": [...holders, ...organizers],
  "meeting.attend": holders,
  "meeting.correct": office,
  "talks.manage": [...organizers, "host", ...machines],
  "talks.report": organizers,
  "attendance.close": machines,
  "attendance.read": organizers,
  "attendance.watch": hosts,
  "attendance.remind": hosts,
  "wall.manage": hosts,
  "certificate.rule": [...organizers, "host"],
  "certificate.issue": [...holders, ...organizers],
  "feedback.give": holders,
  "retention.read": organizers,
  "calendar.share": ["owner"],
  "mails.manage": organizers,
  "mails.waiveReview": ["admin"],
  "mail.refuse": everybody,
  "attendance.checkIn": [...hosts, "doorkeeper"],
  "mail.deliver": machines,
  "fact.dispatch": machines,
  "demo.manage": machines,
};

/** What being in the room adds, whoever one is: `unproven` only watches. */
const presence: Partial<Record<Permission, readonly NonNullable<Scope["admitted"]>[]>> = {
  "room.enter": ["host", "cohost", "speaker", "participant", "viewer", "unproven"],
  "round.take": ["host", "cohost", "speaker", "participant", "viewer"],
  "chat.post": ["host", "cohost", "speaker", "participant", "viewer"],
  "hand.raise": ["host", "cohost", "speaker", "participant", "viewer"],
  "room.takeOver": ["speaker"],
  "room.open": ["host", "cohost"],
  "room.end": ["host", "cohost"],
  "room.moderate": ["host", "cohost"],
  "round.manage": ["host", "cohost"],
  "chat.hide": ["host", "cohost"],
  "chat.manage": ["host", "cohost"],
  "caption.manage": ["host", "cohost"],
  "hand.manage": ["host", "cohost"],
  "poll.manage": ["host", "cohost"],
  "poll.answer": ["host", "cohost", "speaker", "participant", "viewer"],
  "sheet.write": ["host", "cohost", "speaker", "participant", "viewer"],
  "sheet.share": ["host", "cohost"],
  "question.ask": ["host", "cohost", "speaker", "participant", "viewer"],
  "question.manage": ["host", "cohost"],
};

const row: Scope = { networkId, eventId, ownerIds: [me], registrationId, membersBy: ["list", "domain"] };
const permissions = Object.keys(mayOnRow) as Permission[];
const whoMay = (permission: Permission, scope: Scope) =>
  Object.entries(actors).flatMap(([kind, actor]) => (can(actor, permission, scope) ? [kind] : []));

describe("the matrix of permissions", () => {
  it("has a row for every permission", () => {
    expect(permissions.sort()).toEqual(Object.keys(policy).sort());
  });

  it.each(permissions)("%s is held by exactly these actors", (permission) => {
    expect(whoMay(permission, row).sort()).toEqual([...mayOnRow[permission]].sort());
  });

  it.each(permissions)("%s of another network is never given by a role held here", (permission) => {
    const elsewhere: Scope = { networkId: otherNetworkId, eventId: otherEventId };
    const roles = [...seers, "member", "memberByDomain", "speaker", "doorkeeper"];
    const given = whoMay(permission, elsewhere).filter((kind) => roles.includes(kind));
    const byAnyone = mayOnRow[permission].includes("stranger");
    expect(given.length > 0).toBe(byAnyone);
  });

  it.each(permissions)("%s of a row without network is never given by a role", (permission) => {
    const given = whoMay(permission, { networkId: null, eventId }).filter((kind) =>
      hosts.includes(kind as Kind),
    );
    expect(given.length > 0).toBe(mayOnRow[permission].includes("stranger"));
  });

  it.each(permissions)(
    "%s follows the place in the room only where it is about being there",
    (permission) => {
      for (const admitted of ["host", "cohost", "speaker", "participant", "viewer", "unproven"] as const) {
        const allowed = presence[permission]?.includes(admitted) || mayOnRow[permission].includes("guest");
        expect(can(actors.guest, permission, { networkId, eventId, admitted })).toBe(allowed);
      }
    },
  );

  it("lets members into what is for members only in the ways that count there", () => {
    const read = (membersBy: Scope["membersBy"]) =>
      whoMay("event.readMembersOnly", { networkId, ...(membersBy && { membersBy }) }).filter((kind) =>
        kind.startsWith("member"),
      );
    expect(read(["list"])).toEqual(["member"]);
    expect(read(["domain"])).toEqual(["memberByDomain"]);
    expect(read(["asking"])).toEqual([]);
    expect(read(undefined), "nothing said lets nobody in").toEqual([]);
  });

  it("lets nobody act for a registration whose address they merely typed", () => {
    const given = permissions.filter((permission) => can(actors.claim, permission, row));
    expect(given).toEqual(permissions.filter((permission) => can(actors.guest, permission, row)));
  });
});
