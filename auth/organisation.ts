import "server-only";
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";
import { env, origin } from "@/lib/env";

/** An organisation's own sign-in, as the environment names it. */
type Organisation = { issuer: string; clientId: string; secret: string; name: string; domains: string[] };

/** Undefined where none is configured. */
export function organisation(): Organisation | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_DOMAINS } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_NAME) return undefined;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    secret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME,
    domains: OIDC_DOMAINS,
  };
}

/** Where the provider sends people back to; it has to know this address beforehand. */
export const callbackAddress = () => `${origin()}/api/sign-in/organisation/callback`;

/** What an answer of the provider has to fit; the browser keeps it sealed meanwhile. */
export const expectation = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
type Expectation = z.infer<typeof expectation>;

/** What the provider says of a person, beside much that nobody here reads. */
const claims = z.object({
  email: z.string().optional(),
  email_verified: z.unknown().optional(),
  name: z.string().optional(),
});
export type Claims = z.infer<typeof claims>;

/** Whoever presses the button waits for it. */
const PATIENCE_SECONDS = 8;

/** The provider names what it takes; Basic is what one that names nothing must take. */
const secretAuth =
  (secret: string): ClientAuth =>
  (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const way = taken.includes("client_secret_basic") ? ClientSecretBasic : ClientSecretPost;
    return way(secret)(server, ...rest);
  };

/**
 * Asks the issuer for its addresses, each time: people sign in seldom, and a provider that has moved is found again. Its
 * word for itself has to be ours for it, and its keys have to prove what it says.
 */
async function connect({ issuer, clientId, secret }: Organisation): Promise<Configuration> {
  const isLocal = issuer.startsWith("http:");
  return discovery(new URL(issuer), clientId, {}, secretAuth(secret), {
    timeout: PATIENCE_SECONDS,
    execute: [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])],
  });
}

/** Where to send the browser, and what its return has to fit. Throws when the provider can't be asked. */
export async function startAt(asked: Organisation): Promise<{ to: string; expected: Expectation }> {
  const config = await connect(asked);
  const expected = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const to = buildAuthorizationUrl(config, {
    redirect_uri: callbackAddress(),
    scope: "openid email profile",
    state: expected.state,
    nonce: expected.nonce,
    code_challenge: await calculatePKCECodeChallenge(expected.verifier),
    code_challenge_method: "S256",
  });
  // The content policy lets forms lead to the issuer's own origin, and browsers hold redirects to that.
  if (to.origin !== new URL(asked.issuer).origin) throw new Error("the provider signs in on another origin");
  return { to: to.href, expected };
}

/** Who has come back with this address. Throws for whatever does not fit: state, nonce, issuer, signature, code. */
export async function finishAt(asked: Organisation, expected: Expectation, search: string): Promise<Claims> {
  const config = await connect(asked);
  const tokens = await authorizationCodeGrant(config, new URL(`${callbackAddress()}${search}`), {
    expectedState: expected.state,
    expectedNonce: expected.nonce,
    pkceCodeVerifier: expected.verifier,
    idTokenExpected: true,
  });
  const said = tokens.claims();
  if (!said) throw new Error("the provider sent no ID token");
  const isTold = said.email !== undefined && said.email_verified !== undefined;
  return claims.parse(isTold ? said : await askMore(config, tokens.access_token, said));
}

/** Some providers put the address, and whether it is proven, into the ID token; others only tell it when asked. The token is dropped after that. */
async function askMore(config: Configuration, token: string, said: IDToken): Promise<unknown> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return said;
  return { ...said, ...(await fetchUserInfo(config, token, said.sub)) };
}

/** Codes of the library for answers that a provider gives when something is wrong with it, and for none. */
const AWAY = new Set(["OAUTH_TIMEOUT", "OAUTH_RESPONSE_IS_NOT_CONFORM", "OAUTH_RESPONSE_IS_NOT_JSON"]);

/** Names an error for the log. Nothing else of it is written: it can hold addresses with codes, and answers with tokens. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/** What an error means for whoever wants to sign in. */
export function troubleOf(error: unknown): "away" | "declined" | "failed" {
  if (error instanceof AuthorizationResponseError && error.error === "access_denied") return "declined";
  // This is how `fetch` says that it reached nobody; the library's own errors of this type have codes.
  const isUnreached = error instanceof TypeError && nameOf(error) === "TypeError";
  return isUnreached || AWAY.has(nameOf(error)) ? "away" : "failed";
}
