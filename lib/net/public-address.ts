import { BlockList, isIP } from "node:net";

/** Networks that are no part of the public internet, or lead into one that is not (RFC 6890 and its successors). */
const closed = { 4: new BlockList(), 6: new BlockList() };
const v4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
const v6: readonly (readonly [string, number])[] = [
  ["::", 96],
  ["::ffff:0:0", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];
// Apart, because the list takes an address of version 4 for one of version 6 that stands for it.
for (const [network, prefix] of v4) closed[4].addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of v6) closed[6].addSubnet(network, prefix, "ipv6");

/** True for an address that anybody on the internet can reach; false for our own machine, its house and its cloud. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed[4].check(address, "ipv4");
  return family === 6 && !closed[6].check(address, "ipv6");
}
