/** For a test; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function launchLivekit(wanted: { program: string; data: string; http: number }): Promise<number>;
export function stopServer(pid: number): Promise<void>;
