import { StackFailure } from "./failure.mjs";

/** What livekit-server's configuration wants to know of a Redis: redis[s]://[user[:password]@]host[:port][/number]. */
export function redisOf(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === "") {
    throw new StackFailure("REDIS_URL is no address of a Redis, such as redis://127.0.0.1:6379");
  }
  const { hostname, port, username, password, pathname, protocol } = url;
  return {
    address: `${hostname}:${port || 6379}`,
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    db: Number(pathname.slice(1)) || 0,
    tls: protocol === "rediss:",
  };
}
