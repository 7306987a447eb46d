import { describe, expect, it } from "vitest";
import type { Evidence, Fact, Operation, Registration, SeatPlan } from "../evidence";
import type { MailRow } from "../intended";
import { judge } from "./judge";
import { aFact, anOperation, aRow, aSend, soundRun, T0, taking } from "./sound-run";

/** The promises that this evidence breaks. */
const brokenBy = (evidence: Evidence): string[] =>
  judge(evidence).flatMap(({ promise, violations }) =>
    violations.length > 0 ? [promise.split(" ")[0] ?? ""] : [],
  );

const doctored = (change: Partial<Evidence>): Evidence => ({ ...soundRun, ...change });

const withFact = (seq: number, change: Partial<Fact>) =>
  doctored({ facts: soundRun.facts.map((fact) => (fact.seq === seq ? { ...fact, ...change } : fact)) });
const withoutFact = (seq: number) => doctored({ facts: soundRun.facts.filter((fact) => fact.seq !== seq) });
const withRow = (email: string, change: Partial<Registration>) =>
  doctored({
    registrations: soundRun.registrations.map((row) => (row.email === email ? { ...row, ...change } : row)),
  });
const withoutRow = (email: string) =>
  doctored({ registrations: soundRun.registrations.filter((row) => row.email !== email) });
const withOperation = (key: string, change: Partial<Operation>) =>
  doctored({ operations: soundRun.operations.map((one) => (one.key === key ? { ...one, ...change } : one)) });
const withPlan = (change: Partial<SeatPlan>) =>
  doctored({ plans: soundRun.plans.map((plan) => ({ ...plan, ...change })) });
const withMail = (id: string, change: Partial<MailRow>) =>
  doctored({ mails: soundRun.mails.map((mail) => (mail.id === id ? { ...mail, ...change } : mail)) });

it("finds nothing in a run that kept every promise", () => {
  expect(judge(soundRun).filter(({ violations }) => violations.length > 0)).toEqual([]);
});

describe("I1 capacity", () => {
  it.each<[string, Evidence]>([
    ["one more than seats, at an instant that has passed", withFact(3, { kind: "registration.confirmed" })],
    ["a row that is confirmed without a fact", withRow("eva", { status: "confirmed" })],
    ["a plan that counts otherwise", withPlan({ confirmed: 2 })],
    ["more rows than the plan has seats", withPlan({ capacity: 2 })],
    [
      "a change of capacity that nobody was told of",
      withOperation("seats", { sends: [aSend({ outcome: "fail" })] }),
    ],
    ["a change of capacity without a fact", withoutFact(5)],
    ["a promotion of somebody who did not wait", withFact(8, { registrationId: "reg_fred" })],
    ["a cancellation of somebody who was not in", withFact(7, { registrationId: "reg_fred" })],
    ["the same person twice", withFact(2, { registrationId: "reg_anna" })],
  ])("sees %s", (_what, evidence) => {
    expect(brokenBy(evidence)).toContain("I1");
  });
});

describe("I2 durability", () => {
  it.each<[string, Evidence]>([
    ["a yes that is not stored", withoutRow("eva")],
    ["a yes that is cancelled, and nobody cancelled", withRow("cem", { status: "cancelled" })],
    ["a seat that was lost", withRow("ben", { status: "waiting" })],
    ["a cancellation that did not last", withRow("anna", { status: "confirmed" })],
    ["a proof that was forgotten", withRow("ben", { isProven: false })],
  ])("sees %s", (_what, evidence) => {
    expect(brokenBy(evidence)).toContain("I2");
  });
});

describe("I3 honesty", () => {
  it.each<[string, Evidence]>([
    ["a refusal that left a row", doctored({ registrations: [...soundRun.registrations, aRow("fred")] })],
    ["a row that nobody asked for", doctored({ registrations: [...soundRun.registrations, aRow("gero")] })],
    ["two rows of one person", doctored({ registrations: [...soundRun.registrations, aRow("ben")] })],
    ["an unknown outcome that left two rows", doctored({ leftBehind: { "register-eva": 2 } })],
    [
      "a repeat that registered once more",
      doctored({ facts: [...soundRun.facts, aFact(10, "registration.waiting", "eva")] }),
    ],
    [
      "a cancellation that nobody was told of",
      doctored({ facts: [...soundRun.facts, aFact(10, "registration.cancelled", "ben")] }),
    ],
    ["a seat that was told and not given", withFact(1, { kind: "registration.waiting" })],
    [
      "an outcome that stayed unknown",
      withOperation("register-eva", { sends: [aSend({ outcome: "unknown" })] }),
    ],
    ["something bad that was welcomed", withOperation("fred", { sends: [aSend({ said: "confirmed" })] })],
    [
      "a no after a yes",
      withOperation("register-cem", {
        sends: [aSend({ said: "waiting" }), aSend({ sentAt: T0 + 50, outcome: "fail", status: 409 })],
      }),
    ],
    [
      "another yes after a yes",
      withOperation("register-cem", { sends: [aSend({ said: "waiting" }), aSend({ said: "confirmed" })] }),
    ],
  ])("sees %s", (_what, evidence) => {
    expect(brokenBy(evidence)).toContain("I3");
  });

  it("takes a yes after a no: what was in the way is gone", () => {
    const sends = [aSend({ outcome: "fail", status: 409 }), aSend({ sentAt: T0 + 50, said: "done" })];
    expect(brokenBy(withOperation("seats", { sends }))).toEqual([]);
  });
});

describe("I5 fairness", () => {
  it.each<[string, Evidence]>([
    [
      "a promotion past somebody who waited longer",
      doctored({
        facts: soundRun.facts.map((fact) => {
          if (fact.seq === 6) return { ...fact, registrationId: "reg_dana" };
          return fact.seq === 8 ? { ...fact, registrationId: "reg_cem" } : fact;
        }),
      }),
    ],
    ["a seat for a newcomer while somebody waits", withFact(4, { kind: "registration.confirmed" })],
  ])("sees %s", (_what, evidence) => {
    expect(brokenBy(evidence)).toContain("I5");
  });
});

describe("I6 no idle place", () => {
  it.each<[string, Evidence]>([
    ["a seat that stays free while somebody waits", withoutFact(8)],
    [
      "a seat that was free for too long",
      doctored({
        facts: soundRun.facts.map((fact) => (fact.seq >= 8 ? { ...fact, at: fact.at + 10_001 } : fact)),
      }),
    ],
  ])("sees %s", (_what, evidence) => {
    expect(brokenBy(evidence)).toContain("I6");
  });

  it("takes a seat that is given within ten seconds", () => {
    const facts = soundRun.facts.map((fact) => (fact.seq >= 8 ? { ...fact, at: fact.at + 9_000 } : fact));
    expect(brokenBy(doctored({ facts }))).toEqual([]);
  });
});

describe("I7 mail", () => {
  const twin: MailRow[] = soundRun.mails.slice(0, 1).map((mail) => ({ ...mail, id: "mail_twin" }));
  it.each<[string, Evidence]>([
    [
      "a transition without a mail",
      doctored({ mails: soundRun.mails.filter(({ id }) => id !== "mail_fct_8") }),
    ],
    [
      "a cancellation without a mail",
      doctored({ mails: soundRun.mails.filter(({ id }) => id !== "mail_fct_7") }),
    ],
    ["two mails of one transition", doctored({ mails: [...soundRun.mails, ...twin] })],
    [
      "a mail of what never happened",
      withMail("mail_fct_2", { dedupeKey: "registration.confirmed:reg_ben:fct_99" }),
    ],
    ["a mail to somebody else", withMail("mail_fct_2", { to: "gero" })],
    ["a mail that was given up", withMail("mail_fct_2", { state: "failed" })],
    ["a mail that was dropped, and nothing came after", withMail("mail_fct_8", { state: "dropped" })],
    ["a fact that is never told", withFact(9, { isTold: false })],
    ["a mailbox that shows less than was written", doctored({ mailbox: { cem: ["mail_fct_3"] } })],
    ["a mail that the mail server never got", doctored({ taken: soundRun.taken.slice(2, -1) })],
    [
      "a mail that nobody wrote",
      doctored({
        taken: [...soundRun.taken, taking({ dedupeKey: "rolled-back", to: "klient-1-1@example.org" })],
      }),
    ],
    [
      "a mail that arrived at somebody else's",
      doctored({ taken: soundRun.taken.map((one, index) => (index === 1 ? { ...one, to: "gero" } : one)) }),
    ],
  ])("sees %s", (_what, evidence) => {
    expect(brokenBy(evidence)).toContain("I7");
  });

  it("takes the cancellation alone of somebody who cancelled before the first mail was written", () => {
    const mails = soundRun.mails.filter(({ id }) => id !== "mail_fct_1");
    expect(brokenBy(doctored({ mails }))).toEqual([]);
  });

  it("takes a dropped mail of a place on the waiting list that became a seat", () => {
    expect(brokenBy(withMail("mail_fct_3", { state: "dropped" }))).toEqual([]);
  });
});

describe("the run itself", () => {
  const onlyAnna = [
    anOperation({ key: "register-anna", email: "anna", sends: [aSend({ said: "confirmed" })] }),
  ];
  it.each<[string, Evidence]>([
    ["next to nothing happened", doctored({ operations: onlyAnna })],
    [
      "nobody was promoted",
      doctored({ facts: soundRun.facts.filter(({ kind }) => kind !== "registration.promoted") }),
    ],
    ["a fault did not happen", doctored({ faults: [] })],
    [
      "an event was left out",
      doctored({ grounds: [...soundRun.grounds, { eventId: "evt_empty", capacity: 1 }] }),
    ],
  ])("does not count when %s", (_what, evidence) => {
    expect(brokenBy(evidence)).toContain("the");
  });
});
