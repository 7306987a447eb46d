import type { NextRequest } from "next/server";
import { consumeLink } from "@/auth/sign-in";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Of next-auth's own addresses only the callback of the mailed link is open; everything else has a door of ours. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  const isCallback = request.method === "GET" && nextauth.join("/") === "callback/email";
  return isCallback ? consumeLink(request) : new Response(null, { status: 404 });
}
