import { describe, expect, it } from "vitest";
import { closedForOffice, closedReason } from "./window";

describe("when registration is open", () => {
  const now = new Date("2026-11-12T10:00:00Z");
  const later = new Date("2026-11-12T11:00:00Z");
  it.each([
    [{ status: "published", endsAt: later, registrationClosesAt: null }, undefined],
    [{ status: "live", endsAt: later, registrationClosesAt: null }, undefined],
    [{ status: "draft", endsAt: later, registrationClosesAt: null }, "missing"],
    [{ status: "cancelled", endsAt: later, registrationClosesAt: null }, "event_cancelled"],
    [{ status: "postponed", endsAt: now, registrationClosesAt: null }, "event_postponed"],
    [{ status: "ended", endsAt: later, registrationClosesAt: null }, "event_over"],
    [{ status: "published", endsAt: now, registrationClosesAt: null }, "event_over"],
    // It runs on for who is in it, as `overReason` says, and takes nobody new.
    [{ status: "live", endsAt: now, registrationClosesAt: null }, "event_over"],
    [{ status: "published", endsAt: later, registrationClosesAt: now }, "registration_closed"],
    [
      { status: "published", endsAt: later, registrationClosesAt: null, registrationOpensAt: later },
      "not_open_yet",
    ],
    [{ status: "published", endsAt: later, registrationClosesAt: null, registrationOpensAt: now }, undefined],
    [{ status: "draft", endsAt: later, registrationClosesAt: null, registrationOpensAt: later }, "missing"],
  ] as const)("%j", (event, reason) => {
    expect(closedReason({ registrationOpensAt: null, ...event }, now)).toBe(reason);
  });
});

describe("what the office may still do", () => {
  const now = new Date("2026-11-10T10:00:00Z");
  const later = new Date("2026-11-12T10:00:00Z");
  const window = { registrationOpensAt: null, registrationClosesAt: null };
  const event = { status: "published" as const, endsAt: later, ...window };
  it.each([
    ["while people register", event, undefined],
    ["before registration opens", { ...event, registrationOpensAt: later }, undefined],
    ["after registration has closed", { ...event, registrationClosesAt: new Date(0) }, undefined],
    ["a draft", { ...event, status: "draft" as const }, "event_draft"],
    ["called off", { ...event, status: "cancelled" as const }, "event_cancelled"],
    ["past its end", { ...event, endsAt: now }, "event_over"],
  ])("%s", (_what, given, expected) => {
    expect(closedForOffice(given, now)).toBe(expected);
  });
});
