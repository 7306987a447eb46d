import { expect, it } from "vitest";
import { type FileLine, inFileTurn } from "./file-turns";

function formFrom(address: string, type = "multipart/form-data; boundary=x") {
  return new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": type, "x-plenum-client-ip": address },
  });
}

/** How many of so many forms are let in while none of them ends. */
async function letIn(requests: readonly Request[], line: FileLine = "strangers"): Promise<number> {
  const { promise: held, resolve: end } = Promise.withResolvers<true>();
  const all = requests.map((request) => inFileTurn({ request, line }, () => held));
  end(true);
  return (await Promise.all(all)).filter(Boolean).length;
}

it("reads three forms with files of one address at once, and six in all", async () => {
  expect(await letIn(Array.from({ length: 5 }, () => formFrom("192.0.2.1")))).toBe(3);
  expect(await letIn(Array.from({ length: 12 }, (_, turn) => formFrom(`192.0.2.${turn}`)))).toBe(6);
  // A household has all addresses behind its own.
  expect(await letIn(Array.from({ length: 5 }, (_, turn) => formFrom(`2001:db8::${turn}`)))).toBe(3);
});

it("keeps no room for forms that cannot hold a file, and gives it back when the work fails", async () => {
  const plain = "application/x-www-form-urlencoded";
  expect(await letIn(Array.from({ length: 20 }, () => formFrom("192.0.2.1", plain)))).toBe(20);
  for (let turn = 0; turn < 10; turn++)
    await expect(
      inFileTurn({ request: formFrom("192.0.2.1"), line: "strangers" }, () =>
        Promise.reject(new Error("broken")),
      ),
    ).rejects.toThrow();
  expect(await letIn([formFrom("192.0.2.1")])).toBe(1);
});

it("has room for the office and for calendars, however many strangers bring files", async () => {
  const { promise: held, resolve: end } = Promise.withResolvers<true>();
  const strangers = Array.from({ length: 12 }, (_, turn) =>
    inFileTurn({ request: formFrom(`192.0.2.${turn}`), line: "strangers" }, () => held),
  );
  const office = Array.from({ length: 6 }, (_, turn) => formFrom(`198.51.100.${turn}`));
  expect(await letIn(office, "office")).toBe(4);
  expect(await letIn(office, "calendars")).toBe(4);
  end(true);
  expect((await Promise.all(strangers)).filter(Boolean)).toHaveLength(6);
});
