/** For the test beside it; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function writeLivekitConfig(wanted: {
  data: string;
  choice: Record<"key" | "secret", string> & Record<"http" | "tcp" | "udp" | "turn" | "relay", number>;
  webhook: string;
  redis?: { address: string; username: string; password: string; db: number; tls: boolean };
}): string;
export function chooseLivekit(
  data: string,
): Promise<Record<"key" | "secret", string> & Record<"http" | "tcp" | "udp" | "turn" | "relay", number>>;
