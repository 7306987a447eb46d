import { describe, expect, it } from "vitest";
import { MOST_BYTES_OF_ONE, MOST_UNPROVEN_BYTES } from "@/domain/forms/labels";
import { newId } from "@/lib/ids";
import { bytesToFree, givingWay, type LyingUpload } from "./upload-room";

const lying = (bytes: number, old = 0) => ({ bytes, old });
const nothing = lying(0);

describe("bytesToFree", () => {
  it.each([
    ["nothing lies there", nothing, nothing, 10, { own: 0, all: 0 }],
    ["just enough is left", lying(MOST_BYTES_OF_ONE - 10), nothing, 10, { own: 0, all: 0 }],
    ["one has brought too much, all of it young", lying(MOST_BYTES_OF_ONE), nothing, 10, undefined],
    [
      "one has brought too much, some of it old",
      lying(MOST_BYTES_OF_ONE, 10),
      nothing,
      10,
      { own: 10, all: 0 },
    ],
    ["all have, all of it young", nothing, lying(MOST_UNPROVEN_BYTES), 10, undefined],
    ["all have, too little of it old", nothing, lying(MOST_UNPROVEN_BYTES, 9), 10, undefined],
    ["all have, enough of it old", nothing, lying(MOST_UNPROVEN_BYTES, 10), 10, { own: 0, all: 10 }],
  ])("where %s", (_what, own, all, bytes, expected) => {
    expect(bytesToFree({ own, all }, bytes)).toEqual(expected);
  });
});

const upload = (source: string | null, bytes: number, more: Partial<LyingUpload> = {}): LyingUpload => ({
  id: newId("upload"),
  fileId: newId("file"),
  questionId: newId("question"),
  registrationId: null,
  createdAt: new Date("2027-03-20T12:00:00Z"),
  source,
  bytes,
  ...more,
});

describe("givingWay", () => {
  const old = { createdAt: new Date("2027-03-20T11:00:00Z") };
  const answered = { registrationId: newId("registration") };
  const [a1, a2, b1, b2] = [
    upload("a", 5),
    upload("a", 5, old),
    upload("b", 4, old),
    upload("b", 90, answered),
  ];
  const all = [a1, a2, b1, b2];

  it("begins with what is nobody's, then whoever brought most, then the oldest, and ends when there is room", () => {
    expect(givingWay(all, "c", { own: 0, all: 1 })).toEqual([b1]);
    expect(givingWay(all, "c", { own: 0, all: 6 })).toEqual([b1, a2]);
    expect(givingWay(all, "c", { own: 0, all: 200 })).toEqual([b1, a2, a1, b2]);
    expect(givingWay(all, "c", { own: 0, all: 0 })).toEqual([]);
  });

  it("takes one's own for what one has brought too much, and counts it for all", () => {
    expect(givingWay(all, "a", { own: 6, all: 10 })).toEqual([a2, a1]);
    expect(givingWay(all, "a", { own: 1, all: 6 })).toEqual([a2, b1]);
  });

  it("weighs what nobody is known to have brought by itself", () => {
    const [small, large] = [upload(null, 1), upload(null, 2)];
    expect(givingWay([small, large], "a", { own: 0, all: 1 })).toEqual([large]);
  });
});
