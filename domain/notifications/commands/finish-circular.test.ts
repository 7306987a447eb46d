import { describe, expect, it } from "vitest";
import { guest, system } from "@/db/testing/actors";
import { aCircular } from "@/db/testing/circulars";
import { aRegistration } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { circularOf } from "../queries/circulars";
import { finishCircular } from "./finish-circular";

describe("finishCircular", () => {
  it("says that a message is sent, but never while somebody is left", async () => {
    const releasedAt = new Date(Date.now() + 60_000);
    const { event, ids } = await aCircular({ state: "sending", releasedAt });
    const input = { circularId: ids.circularId };
    await aRegistration(event);
    expect(await finishCircular({ actor: system, input })).toMatchObject({ failure: { reason: "not_done" } });
    const empty = await aCircular({ state: "sending", releasedAt });
    const done = { circularId: empty.ids.circularId };
    expect(await finishCircular({ actor: system, input: done })).toMatchObject({ ok: true });
    expect(await circularOf(done.circularId)).toMatchObject({ state: "sent" });
    expect(await circularOf(input.circularId)).toMatchObject({ state: "sending" });
  });

  it("is for the machine alone, and changes nothing that was called back", async () => {
    const { ids } = await aCircular({ state: "stopped", releasedAt: new Date() });
    const input = { circularId: ids.circularId };
    expect(refusalOf(await finishCircular({ actor: guest, input }))).toBe(MISSING);
    await finishCircular({ actor: system, input });
    expect(await circularOf(ids.circularId)).toMatchObject({ state: "stopped" });
  });
});
