import { describe, expect, it } from "vitest";
import type { TalkEvidence, TalkMail } from "../../talks/evidence";
import { referenceOf } from "../mails";
import { brokenBy, doctored, withFact, withMail, without } from "./doctored";
import { judgeTalkMails } from "./mails";
import { calendarOf, emailOf, soundTalks } from "./sound-talks";

const MOVED = "meeting.moved:mtg_1:per_petra:fct_3";
const OFF = "meeting.cancelled:mtg_2:per_petra:fct_7";

describe("I7 mail of talks", () => {
  it.each<[string, TalkEvidence]>([
    ["a change that one side was not told of", without("mails", `mail ${MOVED}`)],
    ["an end that one side was not told of", without("mails", `mail ${OFF}`)],
    [
      "a plan that somebody was not told of",
      without("mails", "mail plan.published:evt_gespraeche:1:per_sven"),
    ],
    [
      "a plan whose only mail fell away",
      withMail("plan.published:evt_gespraeche:1:per_sven", { state: "dropped" }),
    ],
    [
      "the end of a planned talk that one side knows of and was not told",
      without("mails", "mail meeting.cancelled:mtg_5:per_quirin:fct_16b"),
    ],
    [
      "a plan that was written anew for what never happened",
      withMail("meeting.moved:mtg_4:per_sven:fct_16", {
        dedupeKey: "plan.published:evt_gespraeche:1:per_sven:fct_99",
      }),
    ],
    ["a request that was not told", without("mails", "mail meeting.requested:req_1:fct_1")],
    [
      "a change that was told twice",
      doctored({ mails: [...soundTalks.mails, ...soundTalks.mails.slice(0, 1)] }),
    ],
    ["a mail of what never happened", withMail(MOVED, { dedupeKey: "meeting.moved:mtg_1:per_petra:fct_99" })],
    ["a mail to the other side", withMail(MOVED, { to: emailOf("quirin") })],
    ["a mail that was dropped, and the talk stands", withMail(MOVED, { state: "dropped" })],
    ["a mail that was given up", withMail(OFF, { state: "failed" })],
    ["a change that still waits to be told", withFact("fct_3", { isTold: false })],
    ["a mailbox that shows less", doctored({ mailbox: { [emailOf("petra")]: [] } })],
    ["a mail that the mail server never got", doctored({ taken: soundTalks.taken.slice(1) })],
    [
      "a mail that nobody wrote",
      doctored({ taken: [...soundTalks.taken, { reference: "none", to: emailOf("petra") }] }),
    ],
  ])("sees %s", (_what, talks) => {
    expect(brokenBy(talks)).toContain("I7 mail of talks");
  });

  it("takes silence about a talk that was called off before it was told", () => {
    const early = (dedupeKey: string) => dedupeKey.startsWith("meeting.accepted:mtg_2:");
    const mails = soundTalks.mails.filter(({ dedupeKey }) => !early(dedupeKey));
    const references = new Set(mails.map(({ dedupeKey }) => referenceOf(dedupeKey)));
    const taken = soundTalks.taken.filter(({ reference }) => references.has(reference));
    expect(brokenBy(doctored({ mails, taken, mailbox: {} }))).toEqual([]);
  });
});

describe("I7 while the mail about a plan waits", () => {
  const plan = (name: string) => `plan.published:evt_gespraeche:1:per_${name}`;
  /** The record with these mails in place of those: what was dropped never arrived. */
  const rewritten = (change: (mail: TalkMail) => TalkMail | undefined): TalkEvidence => {
    const mails = soundTalks.mails.flatMap((mail) => change(mail) ?? []);
    const taken = mails.flatMap(({ state, dedupeKey, to }) =>
      state === "sent" ? [{ reference: referenceOf(dedupeKey), to }] : [],
    );
    return doctored({ mails, taken, mailbox: {} });
  };

  it("takes a new one that says the new time in place of both", () => {
    const talks = rewritten((mail) => {
      const name = ["petra", "sven"].find((one) => mail.to === emailOf(one)) ?? "";
      if (mail.dedupeKey === plan(name)) return { ...mail, state: "dropped" };
      return mail.dedupeKey.startsWith("meeting.moved:mtg_4:")
        ? { ...mail, dedupeKey: `${plan(name)}:fct_16` }
        : mail;
    });
    expect(brokenBy(talks)).toEqual([]);
  });

  const [sven] = soundTalks.mails.filter(({ dedupeKey }) => dedupeKey === plan("sven"));
  if (!sven) throw new Error("the sound record tells Sven of a plan");
  /** A second plan with a talk for these two, of which the first one's mail has said nothing. */
  const secondPlan = (mails: readonly TalkMail[]): TalkEvidence => {
    const facts = soundTalks.facts.map((fact) => (fact.version === 2 ? { ...fact, added: ["mtg_4"] } : fact));
    const first = facts.map((fact) => (fact.version === 1 ? { ...fact, added: ["mtg_5"] } : fact));
    return { ...rewritten((mail) => mail), facts: first, mails: [...soundTalks.mails, ...mails] };
  };
  const unknown = (talks: TalkEvidence) =>
    judgeTalkMails({ talks }).filter((problem) => problem.startsWith("plan.published"));

  it("takes the talks of a second plan from the mail about the first that was written anew", () => {
    const anew = { ...sven, dedupeKey: `plan.published:evt_gespraeche:2:per_sven:fct_16` };
    expect(unknown(secondPlan([anew])).filter((problem) => problem.includes("per_sven"))).toEqual([]);
    expect(unknown(secondPlan([]))).toContain("plan.published:evt_gespraeche:2:per_sven has no mail");
  });

  it("takes a mail about a second plan to whom only the first gave talks, while that mail waited", () => {
    const both = { ...sven, id: "mail both", dedupeKey: "plan.published:evt_gespraeche:2:per_sven" };
    const talks = rewritten((mail) => (mail === sven ? { ...sven, state: "dropped" } : mail));
    const reference = { reference: referenceOf(both.dedupeKey), to: both.to };
    const told = { ...talks, mails: [...talks.mails, both], taken: [...talks.taken, reference] };
    expect(brokenBy(told)).toEqual([]);
  });

  it("takes silence about a planned talk that came and went meanwhile", () => {
    const talks = rewritten((mail) => {
      if ([plan("quirin"), plan("rosa")].includes(mail.dedupeKey)) return { ...mail, state: "dropped" };
      return mail.dedupeKey.startsWith("meeting.cancelled:mtg_5:") ? undefined : mail;
    });
    expect(brokenBy(talks)).toEqual([]);
  });
});

describe("I7 calendars", () => {
  const entry = (change: object) => ({
    ics: calendarOf("REQUEST", [{ ...{ uid: "mtg_1", sequence: 1, at: 2 }, ...change }]),
  });
  it.each<[string, TalkEvidence]>([
    ["a number that did not grow", withMail(MOVED, entry({ sequence: 0, at: 0 }))],
    ["a number that nothing stands for", withMail(MOVED, entry({ sequence: 2 }))],
    ["another time than the number stands for", withMail(MOVED, entry({ at: 5 }))],
    [
      "another name",
      withMail(MOVED, { ics: entry({}).ics.replace("plenum.example.org", "other.example.org") }),
    ],
    ["the entry of another talk", withMail(MOVED, entry({ uid: "mtg_3" }))],
    ["the entry of a talk that there is not", withMail(MOVED, entry({ uid: "mtg_9" }))],
    ["no entry", withMail(MOVED, { ics: "" })],
    [
      "an end that is none",
      withMail(OFF, { ics: calendarOf("REQUEST", [{ uid: "mtg_2", sequence: 1, at: 3 }]) }),
    ],
    ["an end that never arrived", withMail(OFF, { state: "dropped" })],
  ])("sees %s", (_what, talks) => {
    expect(brokenBy(talks)).toContain("I7 calendars");
  });
});
