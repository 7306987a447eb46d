import { describe, expect, it } from "vitest";
import { clientIp, shortenIp, trustedProxies } from "./client-ip";

const nobody = trustedProxies([]);
const proxies = trustedProxies(["10.0.0.0/8", "127.0.0.1", "2001:db8:1::/48"]);

describe("the visitor's address", () => {
  it.each([
    ["198.51.100.7", "1.2.3.4", "198.51.100.7"],
    ["::ffff:198.51.100.7", undefined, "198.51.100.7"],
    ["10.1.2.3", undefined, "10.1.2.3"],
    ["10.1.2.3", "203.0.113.9", "203.0.113.9"],
    ["::ffff:10.1.2.3", "203.0.113.9", "203.0.113.9"],
    ["10.1.2.3", "6.6.6.6, 203.0.113.9", "203.0.113.9"],
    ["10.1.2.3", "6.6.6.6, 203.0.113.9, 10.9.9.9", "203.0.113.9"],
    ["10.1.2.3", "garbage", "10.1.2.3"],
    ["10.1.2.3", "203.0.113.9, garbage", "10.1.2.3"],
    ["2001:db8:1::5", "2001:db8:99::1", "2001:db8:99::1"],
  ])("from socket %s with X-Forwarded-For %s is %s", (socket, header, expected) => {
    expect(clientIp(socket, header, proxies)).toBe(expected);
  });

  it("never comes from a header when no proxy is configured", () => {
    expect(clientIp("127.0.0.1", "1.2.3.4", nobody)).toBe("127.0.0.1");
  });
});

it("refuses a proxy list with something that is no address", () => {
  expect(() => trustedProxies(["localhost"])).toThrow("localhost");
});

it.each([
  ["203.0.113.9", "203.0.113.0"],
  ["::ffff:203.0.113.9", "203.0.113.0"],
  ["2001:db8:99:4::1", "2001:db8:99::"],
  ["::1", "0:0:0::"],
  ["nonsense", ""],
])("shortens %s to %s for the log", (address, expected) => {
  expect(shortenIp(address)).toBe(expected);
});
