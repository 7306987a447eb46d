import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { freeTcpPort, freeUdpPort, freeUdpRange } from "./ports.mjs";
import { writeWhole } from "./write-whole.mjs";

const RELAYS = 100;

const file = (data) => join(data, "livekit.json");

/** Keys and ports of the last start, so that open rooms find the same server again. */
export const rememberedLivekit = (data) =>
  existsSync(file(data)) ? JSON.parse(readFileSync(file(data), "utf8")) : undefined;

export function rememberLivekit(data, state) {
  mkdirSync(data, { recursive: true });
  writeWhole(file(data), JSON.stringify(state, null, 2), { mode: 0o600 });
}

/** The given keys, those of the last start, or new random ones; and ports that are free now. */
export async function chooseLivekit(data, usual, keys) {
  const last = rememberedLivekit(data);
  const wish = last ?? usual ?? {};
  const key = keys?.key ?? last?.key ?? `plenum${randomBytes(6).toString("hex")}`;
  const secret = keys?.secret ?? last?.secret ?? randomBytes(32).toString("hex");
  const http = await freeTcpPort(wish.http);
  const tcp = await freeTcpPort(wish.tcp);
  const udp = await freeUdpPort(wish.udp);
  const turn = await freeUdpPort(wish.turn);
  return { key, secret, http, tcp, udp, turn, relay: await freeUdpRange(RELAYS, wish.relay) };
}

/** The ports livekit-server's own documentation uses; the first start of a clone tries them. */
export const usualPorts = { http: 7880, tcp: 7881, udp: 7882, turn: 3478, relay: 30_000 };

const loopback = () => (process.platform === "darwin" ? "lo0" : "lo");

/**
 * Several nodes find each other by Redis. Who is in a room is asked of the node that has it: what Redis says of that
 * outlives a node that was killed. With two tries a node that does not answer is given up in two seconds, before the app
 * itself gives up. Their warnings hold the names of those whose node is gone, so only errors are written down.
 */
const together = ({ address, username, password, db, tls }) => `redis:
  address: ${JSON.stringify(address)}
  username: ${JSON.stringify(username)}
  password: ${JSON.stringify(password)}
  db: ${db}
  use_tls: ${tls}
psrpc: { max_attempts: 2 }
api: { enable_psrpc_for_get_list_participants: true }
`;

/** The configuration for one machine: loopback only, its TURN server is also our STUN, no address of others. */
function yaml({ choice, webhook, redis }) {
  return `port: ${choice.http}
bind_addresses: [127.0.0.1]
rtc:
  node_ip: 127.0.0.1
  use_external_ip: false
  enable_loopback_candidate: true
  interfaces: { includes: [${loopback()}] }
  ips: { includes: [127.0.0.1/32] }
  udp_port: ${choice.udp}
  tcp_port: ${choice.tcp}
turn:
  enabled: true
  udp_port: ${choice.turn}
  bind_addresses: [127.0.0.1]
  relay_range_start: ${choice.relay}
  relay_range_end: ${choice.relay + RELAYS - 1}
  allow_restricted_peer_cidrs: [127.0.0.1/32]
room: { auto_create: false, empty_timeout: 300, departure_timeout: 60, enable_remote_unmute: false }
webhook:
  api_key: ${choice.key}
  urls: [${webhook}]
  resource_url_notifier: { max_depth: 10000, max_age: 10m }
keys:
  ${choice.key}: ${choice.secret}
logging: { json: true, level: ${redis === undefined ? "info" : "error"} }
${redis === undefined ? "" : together(redis)}`;
}

/** Writes livekit.yaml into the data folder, readable for this user only because it holds the secret. */
export function writeLivekitConfig({ data, ...wanted }) {
  const path = join(data, "livekit.yaml");
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, yaml(wanted), { mode: 0o600 });
  return path;
}
