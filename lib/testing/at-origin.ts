import { forgetEnv } from "@/lib/env";

/** A whole environment without a server behind it, for an installation at this origin; undefined is demo mode. */
export function atOrigin(origin: string | undefined): void {
  Object.assign(process.env, {
    AUTH_SECRET: "0123456789-abcdef-0123456789-abcdef-unit",
    DATABASE_URL: "postgres://localhost/none",
    LIVEKIT_URL: "ws://localhost:7880",
    LIVEKIT_API_KEY: "key",
    LIVEKIT_API_SECRET: "0123456789-abcdef-0123456789-abcdef-unit",
    PLENUM_ORIGIN: origin ?? "",
  });
  forgetEnv();
}
