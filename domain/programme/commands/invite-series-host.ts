import { seriesNetworks } from "@/db/schema/programme";
import { areOneAlliance } from "@/domain/alliance/queries";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { hostingOffered } from "../events";
import { lockSeries } from "../internal/series-hosts";
import { inviteSeriesHostInput } from "../schema/series";

/**
 * Asks another network of the alliance to host a series. It hosts it once its office says yes; asking twice is asking once.
 * The field `networkId` says invalid_id for the owner itself and for a foreign network.
 */
export const inviteSeriesHost = defineCommand({
  name: "invite-series-host",
  input: inviteSeriesHostInput,
  permission: "series.manage",
  load: ({ tx }, { seriesId }) => lockSeries(tx, seriesId),
  run: async ({ tx, now, emit }, { seriesId, networkId }, { networkId: owner }) => {
    const isOther = owner !== null && owner !== networkId && (await areOneAlliance([owner, networkId], tx));
    if (!isOther) return fail("invalid", "input", { fields: { networkId: ["invalid_id"] } });
    const asked = await tx
      .insert(seriesNetworks)
      .values({ seriesId, networkId, createdAt: now })
      .onConflictDoNothing()
      .returning({ networkId: seriesNetworks.networkId });
    if (asked.length > 0) await emit({ kind: hostingOffered, payload: { seriesId, networkId } });
    return ok({ seriesId });
  },
});
