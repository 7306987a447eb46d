import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { seriesChanged } from "../events";
import { endHosting, lockSeries } from "../internal/series-hosts";
import { removeSeriesHostInput } from "../schema/series";

/**
 * The owner takes an invitation back, or ends that a network hosts a series: its events leave it and stay what they are.
 * The field `networkId` says invalid_id for the owner itself, who can't leave.
 */
export const removeSeriesHost = defineCommand({
  name: "remove-series-host",
  input: removeSeriesHostInput,
  permission: "series.manage",
  load: ({ tx }, { seriesId }) => lockSeries(tx, seriesId),
  run: async ({ tx, emit }, { seriesId, networkId }, { networkId: owner }) => {
    if (networkId === owner) return fail("invalid", "input", { fields: { networkId: ["invalid_id"] } });
    for (const eventId of await endHosting(tx, { seriesId, networkId }))
      await emit({ kind: "event.changed", payload: { eventId } });
    await emit({ kind: seriesChanged, payload: { seriesId } });
    return ok({ seriesId });
  },
});
