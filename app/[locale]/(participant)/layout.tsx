import type { ReactNode } from "react";

/**
 * These pages are about whoever asks. Without this Next would try to keep one copy of them for everybody, because the
 * language alone decides their address, and then fail at the first cookie.
 */
export const dynamic = "force-dynamic";

export default function Layout({ children }: { children: ReactNode }) {
  return children;
}
