/** For the test beside it; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function redisOf(text: string): {
  address: string;
  username: string;
  password: string;
  db: number;
  tls: boolean;
};
