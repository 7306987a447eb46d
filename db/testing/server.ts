import pg from "pg";

/** Server on which tests make their databases. `npm test` gives its own; the default is for development. */
export const serverUrl = () =>
  new URL(process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:54399/postgres");

/** Address of one database on the test server. */
export function databaseUrl(name: string): string {
  const url = serverUrl();
  url.pathname = `/${name}`;
  return url.href;
}

/** One connection to the server's own database; `name` shows to others as `application_name`. */
export async function connectToServer(name: string): Promise<pg.Client> {
  const url = serverUrl();
  if (url.pathname === "/" || url.pathname === "") url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href, application_name: name });
  await client.connect();
  return client;
}

/** Only names made here reach SQL as identifiers. */
const quoted = (name: string) => {
  if (!/^plenum_test_[a-z0-9_]+$/.test(name)) throw new Error("not the name of a test database");
  return `"${name}"`;
};

export async function dropDatabase(server: pg.Client, name: string): Promise<void> {
  await server.query(`drop database if exists ${quoted(name)} with (force)`);
}

/** A new database with everything the template has; one of that name is replaced. */
export async function cloneDatabase(server: pg.Client, template: string, name: string): Promise<void> {
  await dropDatabase(server, name);
  await server.query(`create database ${quoted(name)} template ${quoted(template)}`);
}

export async function createDatabase(server: pg.Client, name: string): Promise<void> {
  await server.query(`create database ${quoted(name)}`);
}

/** Test databases whose run has no connection any more: the run crashed or was killed. */
export async function dropLeftovers(server: pg.Client): Promise<void> {
  const { rows } = await server.query<{ datname: string }>(
    `select d.datname from pg_database d
      where d.datname ~ '^plenum_test_[a-z0-9]+_'
        and not exists (select 1 from pg_stat_activity a
                         where a.application_name = substring(d.datname from '^plenum_test_[a-z0-9]+'))`,
  );
  for (const { datname } of rows) await dropDatabase(server, datname);
}
