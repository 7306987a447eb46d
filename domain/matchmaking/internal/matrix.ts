import type { Id } from "@/lib/ids";
import type { Closed, MatrixTalk, PlanDifference, PlanMatrix, PlanRunView, PlanUndo } from "../labels";
import type { BasisTalk, DraftedTalk, PlanBasis } from "../queries/plan-basis";
import { countSteps, type PlanStep, placeFor, spotOf, stepsOf } from "./plan-steps";
import { closedTimes, slotNumber } from "./plan-times";
import { saidNo } from "./said-no";

type PersonId = Id<"person">;
export type Told = {
  run: PlanRunView | null;
  undo: PlanUndo | null;
  reasons: (people: readonly PersonId[]) => { text: string }[];
};
type Shown = Pick<Told, "reasons"> & { isUnwanted: (people: readonly PersonId[]) => boolean };

const DEFAULT_QUOTA = 8;

/** A talk that people know, as it stands. */
function agreed(basis: PlanBasis, talk: BasisTalk, { reasons, isUnwanted }: Shown): MatrixTalk {
  const { id, place, table, plan, people } = talk;
  const known = plan ? ("published" as const) : ("booked" as const);
  return {
    ...{ id, people: [...people], place, table, reasons: reasons(people) },
    slot: slotNumber(basis.slots, talk) ?? null,
    state: talk.endsAt <= basis.now ? "held" : known,
    // What people agreed on themselves stays where it is, whatever anybody locks.
    locked: plan?.isLocked ?? true,
    // What people agreed on themselves they call off themselves.
    unwanted: plan !== undefined && talk.startsAt > basis.now && isUnwanted(people),
  };
}

function drafted(basis: PlanBasis, talk: DraftedTalk, told: Shown): MatrixTalk {
  const people = [talk.onePersonId, talk.otherPersonId];
  const spot = spotOf(basis, talk);
  return {
    ...{ id: talk.id, people, locked: talk.isLocked, reasons: told.reasons(people) },
    slot: spot ? (slotNumber(basis.slots, spot) ?? null) : null,
    place: spot?.place ?? placeFor(basis, people),
    table: spot?.table ?? null,
    state: "draft",
    unwanted: spot !== undefined && told.isUnwanted(people),
  };
}

/** Talks as the draft has them, beside those that no draft changes; without one as people know them. */
function talksOf(basis: PlanBasis, { reasons }: Told): MatrixTalk[] {
  const { talks, plan } = basis;
  const { isRefused, mayMeet } = saidNo(basis);
  // One word for every no, as where a talk is booked.
  const told: Shown = { reasons, isUnwanted: (people) => isRefused(people) || !mayMeet(people) };
  if (plan?.draftVersion == null) return talks.map((talk) => agreed(basis, talk, told));
  // What its people changed since is as they have it, not as the draft does.
  const ours = new Set(talks.flatMap(({ id, plan: made }) => (made ? [id] : [])));
  const steps = stepsOf(basis);
  const changed = new Set(steps.flatMap((step) => (step.what === "remove" ? [] : [step.talk.id])));
  const removed = new Set(steps.flatMap((step) => (step.what === "remove" ? [step.meeting.id] : [])));
  const shown = basis.drafted.filter(({ meetingId }) => meetingId === null || ours.has(meetingId));
  const inDraft = new Set(shown.flatMap(({ meetingId }) => meetingId ?? []));
  return [
    ...talks
      .filter(({ id }) => !inDraft.has(id))
      .map((talk) => ({
        ...agreed(basis, talk, told),
        ...(removed.has(talk.id) ? { state: "cancelled" as const, unwanted: false } : {}),
      })),
    ...shown.map((talk) => {
      const view = drafted(basis, talk, told);
      return talk.meetingId && !changed.has(talk.id) && view.slot !== null
        ? { ...view, state: "published" as const }
        : view;
    }),
  ];
}

function closedIn(basis: PlanBasis): Closed[] {
  return [...closedTimes(basis)].flatMap(([personId, slots]) =>
    [...slots].map(([slot, why]) => ({ personId, slot, why })),
  );
}

/** What the draft does to talks that people know; what is new is seen in the matrix itself. */
function differencesIn({ slots }: PlanBasis, steps: readonly PlanStep[]): PlanDifference[] {
  return steps.flatMap((step): PlanDifference[] => {
    if (step.what === "add") return [];
    const [from, people] = [slotNumber(slots, step.meeting) ?? null, [...step.meeting.people]];
    if (step.what === "remove") return [{ what: "remove", people, from, to: null }];
    return [{ what: "move", people, from, to: slotNumber(slots, step.to) ?? null }];
  });
}

function draftIn(basis: PlanBasis, { undo }: Told): PlanMatrix["draft"] {
  const version = basis.plan?.draftVersion;
  if (version == null) return null;
  const steps = stepsOf(basis);
  const { added, moved, removed, mails } = countSteps(steps);
  const changed = added + moved + removed;
  return {
    ...{ version, changed, added, moved, removed, mails, undo },
    differences: differencesIn(basis, steps),
  };
}

/** A matrix without the wishes that it leaves open: those are read from all that stands on it. */
export type Standing = Omit<PlanMatrix, "unplaced">;

/** What stands on the matrix, from an event as it is. */
export function matrixOf(basis: PlanBasis, told: Told): Standing {
  const { event, slots, tables, people, plan } = basis;
  const quota = plan?.most ?? DEFAULT_QUOTA;
  return {
    ...{ eventId: event.id, zone: event.timeZone, tables, run: told.run },
    slots: slots.map(({ startsAt, endsAt }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
    people: people.map(({ id, name, organisation, limits }) => ({
      ...{ id, name, organisation },
      quota: limits?.most ?? quota,
    })),
    talks: talksOf(basis, told),
    closed: closedIn(basis),
    version: plan?.version ?? null,
    draft: draftIn(basis, told),
  };
}
