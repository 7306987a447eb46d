import { eventNetworks, events } from "@/db/schema/programme";
import { areOneAlliance } from "@/domain/alliance/queries";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { freeSlugs } from "../internal/slugs";
import { instantOf, startProblem } from "../rules";
import { createEventInput, templates } from "../schema";

const invalid = (field: string, problem: string) =>
  fail("invalid", "input", { fields: { [field]: [problem] } });

/**
 * A draft from a template: title, start and hosts are all it needs. Call registration's `plan-event`, which adds
 * the seats in the same transaction.
 */
export const createEvent = defineCommand({
  name: "create-event",
  input: createEventInput,
  permission: "event.create",
  load: async (_context, { networkId }) => ({ networkId }),
  run: async ({ tx, now, emit }, input) => {
    const { kind, mode, minutes } = templates[input.template];
    const startsAt = instantOf(input.startsLocal, input.timeZone);
    if (!startsAt) return invalid("startsLocal", "time_does_not_exist");
    const problem = startProblem(startsAt, now);
    if (problem) return invalid("startsLocal", problem);
    const hosts = [...new Set(input.coHostNetworkIds)].filter((id) => id !== input.networkId);
    if (!(await areOneAlliance([input.networkId, ...hosts], tx)))
      return invalid("coHostNetworkIds", "invalid_id");

    const { networkId, title, timeZone, language } = input;
    const [slug] = await freeSlugs(tx, title, 1);
    if (!slug) throw new Error("no address was found");
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    const row = { networkId, slug, kind, mode, title, timeZone, language, startsAt, endsAt, createdAt: now };
    const [event] = await tx.insert(events).values(row).returning({ id: events.id });
    if (!event) throw new Error("the event was not inserted");
    if (hosts.length > 0)
      await tx.insert(eventNetworks).values(hosts.map((id) => ({ eventId: event.id, networkId: id })));
    await emit({ kind: "event.created", payload: { eventId: event.id } });
    return ok({ eventId: event.id, slug });
  },
  onConstraint: { events_one_per_slug: fail("conflict", "try_again").failure },
});
