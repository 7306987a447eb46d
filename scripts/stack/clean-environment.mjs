/** What a developer's shell may hold about another stack must not reach the tests. */
export function cleanEnvironment() {
  const env = { ...process.env, TEST_PATIENCE: process.env.TEST_PATIENCE || "3" };
  for (const name of Object.keys(env)) {
    if (
      /^(DATABASE_URL|AUTH_SECRET|SMTP_URL|PLENUM_(ORIGIN|BIND|PROCESSES|TRUSTED_PROXIES)|LIVEKIT_\w+|OIDC_\w+)$/.test(
        name,
      )
    ) {
      delete env[name];
    }
  }
  return env;
}
