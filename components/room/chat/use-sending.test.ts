import { expect, it } from "vitest";
import { emptyDraft } from "./draft-context";
import { addresseeOf, afterSending, outgoing } from "./use-sending";

const ben = { admissionId: "adm_ben", name: "Ben" };
const reach = { room: true, hosts: true, people: [ben] };

it("goes where it was meant to, and never from one person to all", () => {
  expect(addresseeOf("room", reach)).toBe("room");
  expect(addresseeOf("room", { ...reach, room: false })).toBe("hosts");
  expect(addresseeOf("hosts", { ...reach, hosts: false })).toBe("room");
  expect(addresseeOf("room", { ...reach, room: false, hosts: false })).toEqual(ben);
  expect(addresseeOf(ben, { ...reach, people: [] })).toEqual(ben);
});

const written = (text: string) => ({ ...emptyDraft(), text });

it("keeps the key of words that are sent again, and gives others one of their own", () => {
  const first = outgoing(written("Eins"));
  expect(outgoing(first).clientKey).toBe(first.clientKey);
  const second = outgoing({ ...first, text: "Zwei" });
  expect(second.clientKey).not.toBe(first.clientKey);
  // The answer to the first one comes while the second one is on its way, and leaves it alone.
  expect(afterSending(second, first)).toBe(second);
  expect(afterSending(second, second)).toMatchObject({ text: "", sent: null });
});

it("leaves in the field what was typed and picked while the answer was on its way, with a key of its own", () => {
  const out = outgoing(written("Eins"));
  const next = afterSending({ ...out, text: "Zwei @Ben", picked: [ben] }, out);
  expect(next).toMatchObject({ text: "Zwei @Ben", picked: [ben], sent: null });
  expect(next.clientKey).not.toBe(out.clientKey);
});
