import pg from "pg";
import { logger } from "@/lib/logger";

type Listener = {
  url: string;
  channels: readonly string[];
  onNotification: (channel: string, payload: string) => void;
  /**
   * After each (re)connection, with it: whatever was told meanwhile is lost, so the caller reads its rows again. Where
   * that fails the connection counts as lost.
   */
  onReady: (client: pg.ClientBase) => unknown;
};

export type Listening = { close: () => Promise<void> };

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const HEARTBEAT_MS = 15_000;

class Connection implements Listening {
  #client: pg.Client | undefined;
  #pause = FIRST_PAUSE_MS;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(readonly listener: Listener) {
    void this.#connect();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const last = this.#client;
    this.#client = undefined;
    await last?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const { url, channels, onNotification, onReady } = this.listener;
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 4_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    this.#client = client;
    client.on("error", (error) => this.#lost(client, error));
    client.on("end", () => this.#lost(client));
    client.on("notification", ({ channel, payload }) => onNotification(channel, payload ?? ""));
    try {
      await client.connect();
      for (const channel of channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      if (this.#client !== client) return;
      await onReady(client);
      if (this.#client !== client) return;
      this.#pause = FIRST_PAUSE_MS;
      this.#heartbeat(client);
    } catch (error) {
      this.#lost(client, error);
    }
  }

  // A connection can die without a word when a host disappears; asking is the only way to notice.
  #heartbeat(client: pg.Client): void {
    this.#timer = setTimeout(() => {
      client.query("select 1").then(
        () => this.#client === client && this.#heartbeat(client),
        (error: unknown) => this.#lost(client, error),
      );
    }, HEARTBEAT_MS);
  }

  #lost(client: pg.Client, error?: unknown): void {
    if (this.#client !== client || this.#closed) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    logger.warn({ error, pauseMs: this.#pause }, "listening connection lost");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }
}

/**
 * Holds one connection of its own on these channels and makes a new one when it is lost, with growing pauses, for as
 * long as it takes. Never throws: notifications are hints, the rows tell the truth.
 */
export const listen = (listener: Listener): Listening => new Connection(listener);
