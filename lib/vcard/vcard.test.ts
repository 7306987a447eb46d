import { expect, it } from "vitest";
import { vcardResponse } from "./response";
import { writeVcard } from "./vcard";

const plain = {
  name: "Ben Beispiel",
  organisation: "Beispiel GmbH",
  email: "ben@example.org",
  note: "Forum Sensorik",
};

it("writes a person as RFC 6350 says, each line ended by CRLF", () => {
  expect(writeVcard(plain)).toBe(
    "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\nFN:Ben Beispiel\r\nORG:Beispiel GmbH\r\n" +
      "EMAIL:ben@example.org\r\nNOTE:Forum Sensorik\r\nEND:VCARD\r\n",
  );
});

it("escapes what parts values, and lets nobody begin a line of their own", () => {
  const text = writeVcard({
    ...plain,
    name: "Ben\r\nTEL:0900",
    organisation: "Müller, Maier; Söhne\\Töchter",
  });
  expect(text).toContain("\r\nFN:Ben TEL:0900\r\n");
  expect(text).toContain("\r\nORG:Müller\\, Maier\\; Söhne\\\\Töchter\r\n");
  expect(text.split("\r\n").filter((line) => line.startsWith("TEL"))).toEqual([]);
});

it("folds long lines at 75 octets, between characters", () => {
  const lines = writeVcard({ ...plain, organisation: "ä".repeat(120) }).split("\r\n");
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
});

it("leaves out what is not known, and says the address for a name that is none", () => {
  const text = writeVcard({ name: "", organisation: " ", email: "ben@example.org", note: "" });
  expect(text).toContain("FN:ben@example.org");
  expect(text).not.toMatch(/ORG|NOTE/);
});

it("is kept by nobody on the way, and is no file where there is no contact", async () => {
  const { note: _note, ...contact } = plain;
  const found = vcardResponse([{ ...contact, event: "Forum Sensorik" }]);
  expect([found.status, found.headers.get("content-type"), found.headers.get("cache-control")]).toEqual([
    ...[200, "text/vcard; charset=utf-8", "no-store"],
  ]);
  expect(await found.text()).toContain("NOTE:Forum Sensorik");
  expect(vcardResponse([]).status).toBe(404);
});
