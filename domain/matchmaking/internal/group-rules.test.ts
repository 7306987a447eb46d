import { describe, expect, it } from "vitest";
import { invitationState, MOST_ASKED, MOST_OF_ONE, proposalRefusal } from "./group-rules";

const at = (clock: string) => new Date(`2027-03-04T${clock}:00Z`);
const talk = { status: "accepted" as const, startsAt: at("10:00"), endsAt: at("10:20") };
const invited = (personId: string, status: "proposed" | "offered" | "declined" = "offered") => ({
  personId,
  status,
});

describe("what refuses a further person", () => {
  const proposal = {
    talk,
    people: ["a", "b"],
    invitations: [],
    mine: 0,
    personId: "c",
    eventOpen: true,
    now: at("09:00"),
  };

  it("nothing, as long as there is a place and time to answer", () => {
    expect(proposalRefusal(proposal)).toBeUndefined();
    expect(proposalRefusal({ ...proposal, people: ["a", "b", "d"] })).toBeUndefined();
    expect(proposalRefusal({ ...proposal, invitations: [invited("d")] })).toBeUndefined();
    expect(proposalRefusal({ ...proposal, now: at("09:55") })).toBeUndefined();
  });

  it.each([
    ["was_cancelled", { talk: { ...talk, status: "cancelled" as const } }],
    ["no_talks", { eventOpen: false }],
    ["too_late", { now: at("09:56") }],
    ["already_in_talk", { personId: "b" }],
    ["already_invited", { invitations: [invited("c", "declined")] }],
    ["talk_full", { people: ["a", "b", "d", "e"] }],
    ["talk_full", { people: ["a", "b", "d"], invitations: [invited("e", "proposed")] }],
    ["talk_full", { invitations: [invited("d"), invited("e", "proposed")] }],
    [
      "too_many_invitations",
      { invitations: Array.from({ length: MOST_ASKED }, (_, n) => invited(`x${n}`, "declined")) },
    ],
    ["too_many_invitations", { mine: MOST_OF_ONE }],
  ])("%s", (reason, more) => {
    expect(proposalRefusal({ ...proposal, ...more })).toBe(reason);
  });
});

describe("how an invitation stands", () => {
  it("ends with the beginning of the talk, unless it was answered", () => {
    expect(invitationState({ status: "offered" }, talk, at("09:59"))).toBe("offered");
    expect(invitationState({ status: "offered" }, talk, at("10:00"))).toBe("expired");
    expect(invitationState({ status: "proposed" }, talk, at("10:00"))).toBe("expired");
    expect(invitationState({ status: "accepted" }, talk, at("11:00"))).toBe("accepted");
  });
});
