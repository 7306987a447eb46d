import { BlockList, isIP } from "node:net";

/** Takes the prefix away that a dual-stack socket puts before an IPv4 address. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "");
const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Which addresses are proxies of ours, from addresses and CIDR ranges. Throws on anything else. */
export function trustedProxies(ranges: readonly string[]): (address: string) => boolean {
  const proxies = new BlockList();
  for (const range of ranges) {
    const [address = "", bits] = range.split("/");
    if (isIP(address) === 0) throw new Error(`PLENUM_TRUSTED_PROXIES: ${range} is no address`);
    if (bits === undefined) proxies.addAddress(address, family(address));
    else proxies.addSubnet(address, Number(bits), family(address));
  }
  return (address) => isIP(plain(address)) !== 0 && proxies.check(plain(address), family(plain(address)));
}

/**
 * The visitor's address. X-Forwarded-For is believed from the right, as far as the addresses are our own proxies;
 * what a visitor wrote there himself stands further left and is never reached.
 */
export function clientIp(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  isTrusted: (address: string) => boolean,
): string {
  let current = plain(socketAddress ?? "");
  const hops = (forwardedFor ?? "")
    .split(",")
    .map((hop) => plain(hop.trim()))
    .reverse();
  for (const hop of hops) {
    if (!isTrusted(current) || isIP(hop) === 0) break;
    current = hop;
  }
  return current;
}

/** The network of an address, for the log: /24 of IPv4, /48 of IPv6. It no longer points to one person. */
export function shortenIp(address: string): string {
  const text = plain(address);
  if (isIP(text) === 4) return text.replace(/\.\d+$/, ".0");
  if (isIP(text) !== 6) return "";
  const [head = "", tail] = text.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => "0");
  return `${[...left, ...gap, ...right].slice(0, 3).join(":")}::`;
}
