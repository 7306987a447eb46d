import { z } from "zod";

/** The way that sound and picture take, between this browser and the room server or our own relay. */
export type MediaWay = { protocol: "udp" | "tcp"; relayed: boolean; roundTripMs: number };

const pair = z.object({
  type: z.literal("candidate-pair"),
  id: z.string(),
  localCandidateId: z.string(),
  state: z.string().optional(),
  nominated: z.boolean().optional(),
  /** Firefox alone says it here. */
  selected: z.boolean().optional(),
  currentRoundTripTime: z.number().optional(),
});
const candidate = z.object({
  type: z.literal("local-candidate"),
  id: z.string(),
  protocol: z.string(),
  candidateType: z.string(),
  relayProtocol: z.string().optional(),
});
const transport = z.object({ type: z.literal("transport"), selectedCandidatePairId: z.string() });
type Pair = z.infer<typeof pair>;

/** All statistics of one kind; browsers leave out and add what they like. */
const ofKind = <Value>(schema: z.ZodType<Value>, stats: readonly unknown[]): Value[] =>
  stats.flatMap((one) => schema.safeParse(one).data ?? []);

function selectedPair(stats: readonly unknown[]): Pair | undefined {
  const pairs = ofKind(pair, stats);
  const named = new Set(ofKind(transport, stats).map((one) => one.selectedCandidatePairId));
  const isUsed = (one: Pair) => one.nominated === true && one.state === "succeeded";
  return (
    pairs.find(({ id }) => named.has(id)) ?? pairs.find(({ selected }) => selected) ?? pairs.find(isUsed)
  );
}

/**
 * The way in use by what WebRTC says of a connection; undefined until there is one and its time there and back is
 * known. Addresses are not looked at: nothing of them belongs into a report.
 */
export function mediaWayOf(stats: readonly unknown[]): MediaWay | undefined {
  const used = selectedPair(stats);
  const local = ofKind(candidate, stats).find(({ id }) => id === used?.localCandidateId);
  if (!local || used?.currentRoundTripTime === undefined) return undefined;
  const relayed = local.candidateType === "relay";
  // To a relay it may be TCP although the relay itself goes on by UDP.
  const protocol = relayed ? (local.relayProtocol ?? local.protocol) : local.protocol;
  return {
    protocol: protocol.toLowerCase() === "udp" ? "udp" : "tcp",
    relayed,
    roundTripMs: used.currentRoundTripTime * 1000,
  };
}
