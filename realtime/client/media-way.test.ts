import { expect, test } from "vitest";
import { mediaWayOf } from "./media-way";

const pair = {
  type: "candidate-pair",
  id: "CP1",
  localCandidateId: "L1",
  state: "succeeded",
  nominated: true,
  currentRoundTripTime: 0.042,
};
const other = { ...pair, id: "CP2", localCandidateId: "L2", currentRoundTripTime: 0.5 };
const udp = {
  type: "local-candidate",
  id: "L1",
  protocol: "udp",
  candidateType: "host",
  address: "192.0.2.1",
};
const tcp = { type: "local-candidate", id: "L2", protocol: "tcp", candidateType: "host" };
const transport = (id: string) => ({ type: "transport", id: "T", selectedCandidatePairId: id });

test("the transport says which of several ways is in use", () => {
  const stats = [transport("CP2"), pair, other, udp, tcp, { type: "codec", id: "C" }];
  expect(mediaWayOf(stats)).toEqual({ protocol: "tcp", relayed: false, roundTripMs: 500 });
  expect(mediaWayOf([transport("CP1"), ...stats.slice(1)])?.protocol).toBe("udp");
});

test("Firefox names it at the pair itself, and where nobody does the one that succeeded counts", () => {
  const failed = { ...pair, nominated: false, state: "failed" };
  expect(mediaWayOf([failed, { ...other, selected: true }, udp, tcp])?.protocol).toBe("tcp");
  expect(mediaWayOf([failed, other, udp, tcp])?.protocol).toBe("tcp");
  expect(mediaWayOf([failed, udp])).toBeUndefined();
});

test("to a relay it is the way to the relay that counts", () => {
  const relay = { type: "local-candidate", id: "L1", protocol: "udp", candidateType: "relay" };
  const of = (relayProtocol?: string) => mediaWayOf([pair, { ...relay, relayProtocol }]);
  expect(of("udp")).toMatchObject({ protocol: "udp", relayed: true });
  expect(of("tls")).toMatchObject({ protocol: "tcp", relayed: true });
  expect(of()).toMatchObject({ protocol: "udp", relayed: true });
});

test("there is no way before its time there and back is known, and no address in what is told", () => {
  expect(mediaWayOf([{ ...pair, currentRoundTripTime: undefined }, udp])).toBeUndefined();
  expect(mediaWayOf([pair])).toBeUndefined();
  expect(mediaWayOf([])).toBeUndefined();
  expect(JSON.stringify(mediaWayOf([pair, udp]))).not.toContain("192.0.2.1");
});
