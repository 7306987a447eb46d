// Stands in for `server-only` in programs that run outside Next.
export {};
