import { createServer, type Server } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import Provider, { type Configuration } from "oidc-provider";
import { z } from "zod";

/** What the provider says of one of its people; `sub` is how it calls them. */
export type Account = { sub: string; email?: string; email_verified?: boolean | string; name?: string };

export type Moods = {
  /** Claims to be another issuer than it is asked as. */
  otherIssuer?: boolean;
  /** Shows keys that have signed nothing. */
  otherKeys?: boolean;
  /** Keeps the address out of the ID token, as the standard would have it. */
  asksForMore?: boolean;
};

export type Client = { id: string; secret: string; redirectAddress: string };
type Wanted = { client: Client; account: Account; moods?: Moods; port?: number };
/** Who signs in there next. */
type Scene = { account: Account };

/** A key pair; all of them have the same name. */
async function aKey() {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const named = { kid: "key", alg: "RS256", use: "sig" };
  const [secret, open] = [await exportJWK(privateKey), await exportJWK(publicKey)];
  return { secret: { ...secret, ...named }, open: { ...open, ...named } };
}
type Key = Awaited<ReturnType<typeof aKey>>;

const configurationOf = ({ client, moods = {} }: Wanted, scene: Scene, key: Key): Configuration => ({
  jwks: { keys: [key.secret] },
  clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectAddress] }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  conformIdTokenClaims: moods.asksForMore === true,
  pkce: { required: () => true },
  cookies: { keys: ["key-of-a-test"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  findAccount: async (_context, accountId) => ({ accountId, claims: async () => scene.account }),
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client?.clientId,
      accountId: oidc.session?.accountId,
    });
    grant.addOIDCScope("openid email profile");
    await grant.save();
    return grant;
  },
});

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve) => {
    const bound = () => resolve(z.object({ port: z.number() }).parse(server.address()).port);
    server.listen(port, "127.0.0.1", bound);
  });

/** A real provider of OpenID Connect in this process. Only its sign-in page is left out: nobody types anything there. */
export async function anOidcProvider(wanted: Wanted) {
  const { account, moods = {}, port = 0 } = wanted;
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listen(server, port)}`;
  const scene: Scene = { account };
  const [own, foreign] = [await aKey(), await aKey()];
  const provider = new Provider(issuer, configurationOf(wanted, scene, own));
  const answer = provider.callback();
  const posing = { issuer: "https://evil.test", authorization_endpoint: `${issuer}/auth` };
  const lies: Record<string, object> = {
    ...(moods.otherKeys ? { "/jwks": { keys: [foreign.open] } } : {}),
    ...(moods.otherIssuer ? { "/.well-known/openid-configuration": posing } : {}),
  };
  const asked: string[] = [];
  server.on("request", (request, response) => {
    const path = new URL(request.url ?? "", issuer).pathname;
    asked.push(path);
    const lie = lies[path];
    if (lie) return response.setHeader("content-type", "application/json").end(JSON.stringify(lie));
    if (!path.startsWith("/interaction/")) return answer(request, response);
    return provider.interactionFinished(request, response, { login: { accountId: scene.account.sub } });
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { issuer, scene, asked, close };
}
