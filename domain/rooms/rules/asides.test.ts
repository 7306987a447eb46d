import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { roomKind, roundRules } from "../schema";
import { asideIdentity, asideIn, asideKinds, mayListenIn } from "./asides";

test("nobody listens in where two talk: not in talks, not in rooms of pairs, and nowhere with fewer than three", () => {
  const rooms = roomKind.options.flatMap((kind) => roundRules.map((rule) => ({ kind, rule })));
  for (const { kind, rule } of rooms) {
    expect(mayListenIn({ kind, rule, people: 2 }), `${kind} ${rule}`).toBe(false);
    const isOfPairs = ["random_pairs", "network_pairs", "networking", "talk"].includes(rule);
    expect(mayListenIn({ kind, rule, people: 3 }), `${kind} ${rule}`).toBe(kind === "breakout" && !isOfPairs);
  }
});

test("such a connection names its host and what it does; nobody's own connection is taken for one", () => {
  const admissionId = newId("admission");
  for (const kind of asideKinds)
    expect(asideIn(asideIdentity(admissionId, kind))).toEqual({ admissionId, kind });
  for (const other of [admissionId, `${admissionId}.record`, ".listen", "listen", "adm_.listen", ""])
    expect(asideIn(other), other).toBeUndefined();
});
