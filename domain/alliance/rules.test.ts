import { describe, expect, it } from "vitest";
import {
  isOfferOpen,
  isPublicMail,
  isReadableColour,
  legalTextsOf,
  losesLastOwner,
  networkColours,
  onlyDesk,
} from "./rules";

it("knows where anybody can have an address", () => {
  expect(["gmail.com", "web.de", "t-online.de", "example.org"].map(isPublicMail)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

describe("an offered role", () => {
  const now = new Date("2026-11-12T10:00:00Z");
  const open = { expiresAt: new Date("2026-11-12T10:00:01Z"), acceptedAt: null, withdrawnAt: null };
  it.each([
    ["open", open, true],
    ["over in time", { ...open, expiresAt: now }, false],
    ["accepted", { ...open, acceptedAt: now }, false],
    ["withdrawn", { ...open, withdrawnAt: now }, false],
  ])("that is %s", (_name, offer, isOpen) => {
    expect(isOfferOpen(offer, now)).toBe(isOpen);
  });
});

describe("the last owner", () => {
  it.each([
    ["network_admin", "organizer", 0, true],
    ["network_admin", undefined, 0, true],
    ["network_admin", "network_admin", 0, false],
    ["network_admin", "organizer", 1, false],
    ["organizer", undefined, 0, false],
    [undefined, "observer", 0, false],
  ] as const)("from %s to %s beside %i others: %s", (from, to, otherOwners, loses) => {
    expect(losesLastOwner({ from, to, otherOwners })).toBe(loses);
  });
});

describe("a network's colour", () => {
  it.each(networkColours)("%s can be chosen: white can be read on it", (colour) => {
    expect(isReadableColour(colour)).toBe(true);
  });
  it.each(["#e0a100", "#ffffff", "#9e9e9e", "blue", ""])("%s can't", (colour) => {
    expect(isReadableColour(colour)).toBe(false);
  });
});

it("shows legal texts in the reader's language, else in the other, and no empty ones", () => {
  const none = { imprintDe: "", imprintEn: "", privacyDe: "", privacyEn: "", termsDe: "", termsEn: "" };
  const network = { ...none, imprintDe: "Impressum", imprintEn: "Imprint", termsDe: "Bedingungen" };
  expect(legalTextsOf(network, "en")).toEqual([
    { part: "imprint", text: "Imprint", locale: "en" },
    { part: "terms", text: "Bedingungen", locale: "de" },
  ]);
  expect(legalTextsOf(none, "de")).toEqual([]);
});

describe("the desk that somebody is led to", () => {
  const [own, other] = [{ slug: "eigenes" }, { slug: "anderes" }];
  const at = (network: { slug: string }) => ({ network });
  it.each([
    ["their one network's", [own], [], own],
    ["that too with a role in an event of it", [own], [at(own), at(own)], own],
    ["none beside an event of another network", [own], [at(own), at(other)], undefined],
    ["none of several", [own, other], [], undefined],
    ["none for who has none", [], [at(other)], undefined],
  ] as const)("is %s", (_name, offices, tasks, desk) => {
    expect(onlyDesk(offices, tasks)).toBe(desk);
  });
});
