import { describe, expect, it } from "vitest";
import { isWithinLimit } from "./limits";

/** How many of forty sign-in requests from these addresses come through; thirty may. */
async function passing(addressOf: (turn: number) => string): Promise<number> {
  const answers = Array.from({ length: 40 }, (_, turn) => {
    const headers = { "x-plenum-client-ip": addressOf(turn) };
    return isWithinLimit("sign-in-request", new Request("http://localhost/", { headers }));
  });
  return (await Promise.all(answers)).filter(Boolean).length;
}

/** 180 writes in rooms from one address, by whoever `whoOf` says. */
async function writesOf(whoOf: (turn: number) => string) {
  const passed: Record<string, number> = {};
  const refused: Record<string, number> = {};
  const request = new Request("http://localhost/", { headers: { "x-plenum-client-ip": "192.0.2.9" } });
  for (let turn = 0; turn < 180; turn++) {
    const who = whoOf(turn);
    const side = (await isWithinLimit("room", request, who)) ? passed : refused;
    side[who] = (side[who] ?? 0) + 1;
  }
  return { passed, refused };
}

describe("isWithinLimit", () => {
  it("counts each IPv4 address for itself", async () => {
    expect(await passing(() => "192.0.2.1")).toBe(30);
    expect(await passing((turn) => `198.51.100.${turn}`)).toBe(40);
  });

  it.each([
    ["the last group", (turn: number) => `2001:db8:1:2::${turn.toString(16)}`],
    ["all groups of the host", (turn: number) => `2001:db8:1:3:${turn.toString(16)}:a:b:c`],
    ["how it is written", (turn: number) => (turn % 2 ? "2001:DB8:0001:4::1" : "2001:db8:1:4:0:0:0:2")],
    ["a zone", (turn: number) => `fe80::1%eth${turn}`],
  ])("takes one IPv6 network for one visitor, whatever changes in %s", async (_what, addressOf) => {
    expect(await passing(addressOf)).toBe(30);
  });

  it("counts a known person, not the address, for what is done in rooms", async () => {
    const { passed, refused } = await writesOf((turn) => (turn < 150 ? "per_ada" : "per_ben"));
    expect(passed).toEqual({ per_ada: 120, per_ben: 30 });
    expect(refused).toEqual({ per_ada: 30 });
  });

  it("tells IPv6 networks apart", async () => {
    expect(await passing((turn) => `2001:db8:2:${turn.toString(16)}::1`)).toBe(40);
  });
});
