import { expect, it } from "vitest";
import { redisOf } from "./redis-url.mjs";

it.each([
  ["redis://127.0.0.1", { address: "127.0.0.1:6379", username: "", password: "", db: 0, tls: false }],
  [
    "redis://rooms:p%40ss@redis.example.org:6380/3",
    { address: "redis.example.org:6380", username: "rooms", password: "p@ss", db: 3, tls: false },
  ],
  [
    "rediss://:secret@[::1]:6379/",
    { address: "[::1]:6379", username: "", password: "secret", db: 0, tls: true },
  ],
])("reads %s as livekit-server wants it", (text, expected) => {
  expect(redisOf(text)).toEqual(expected);
});

it.each(["", "redis", "http://127.0.0.1:6379", "redis://", "/var/run/redis.sock"])("refuses %s", (text) => {
  expect(() => redisOf(text)).toThrow(/REDIS_URL/);
});
