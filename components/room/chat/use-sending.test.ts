import { expect, it } from "vitest";
import { addresseeOf } from "./use-sending";

const ben = { admissionId: "adm_ben", name: "Ben" };
const reach = { room: true, hosts: true, people: [ben] };

it("goes where it was meant to, and never from one person to all", () => {
  expect(addresseeOf("room", reach)).toBe("room");
  expect(addresseeOf("room", { ...reach, room: false })).toBe("hosts");
  expect(addresseeOf("hosts", { ...reach, hosts: false })).toBe("room");
  expect(addresseeOf("room", { ...reach, room: false, hosts: false })).toEqual(ben);
  expect(addresseeOf(ben, { ...reach, people: [] })).toEqual(ben);
});
