import { eventNetworks } from "@/db/schema/programme";
import { areOneAlliance } from "@/domain/alliance/queries";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { insertDraft } from "../internal/drafts";
import { isHostOf, lockSeries } from "../internal/series-hosts";
import { freeSlugs } from "../internal/slugs";
import { instantOf, startProblem } from "../rules";
import { createEventInput } from "../schema";

const invalid = (field: string, problem: string) =>
  fail("invalid", "input", { fields: { [field]: [problem] } });

type InSeries = { networkId: Id<"network">; seriesId: Id<"series"> | null | undefined };

/** A series takes events of the networks that host it; any other looks like one that does not exist. */
async function isOwnSeries(tx: Context["tx"], { networkId, seriesId }: InSeries): Promise<boolean> {
  if (!seriesId) return true;
  const part = await lockSeries(tx, seriesId);
  return part !== undefined && (await isHostOf(tx, part, networkId));
}

/**
 * A draft from a plan: title, start and hosts are all it needs beside. Call planning's `plan-event`, which adds the seats,
 * the form, the hours for talks and the mails in the same transaction.
 */
export const createEvent = defineCommand({
  name: "create-event",
  input: createEventInput,
  permission: "event.create",
  load: async (_context, { networkId }) => ({ networkId }),
  run: async ({ tx, now, emit }, input) => {
    const { networkId, title, timeZone, seriesId } = input;
    const startsAt = instantOf(input.startsLocal, timeZone);
    if (!startsAt) return invalid("startsLocal", "time_does_not_exist");
    const problem = startProblem(startsAt, now);
    if (problem) return invalid("startsLocal", problem);
    const hosts = [...new Set(input.coHostNetworkIds)].filter((id) => id !== networkId);
    if (!(await areOneAlliance([networkId, ...hosts], tx))) return invalid("coHostNetworkIds", "invalid_id");
    if (!(await isOwnSeries(tx, { networkId, seriesId }))) return invalid("seriesId", "invalid_id");

    const plan = { ...input.plan, language: input.language ?? input.plan.language };
    const [slug] = await freeSlugs(tx, title, 1);
    if (!slug) throw new Error("no address was found");
    const own = { networkId, slug, title, startsAt, timeZone, now };
    const eventId = await insertDraft(tx, plan, { ...own, ...(seriesId ? { seriesId } : {}) });
    if (hosts.length > 0)
      await tx.insert(eventNetworks).values(hosts.map((id) => ({ eventId, networkId: id })));
    await emit({ kind: "event.created", payload: { eventId } });
    return ok({ eventId, slug });
  },
  onConstraint: { events_one_per_slug: fail("conflict", "try_again").failure },
});
