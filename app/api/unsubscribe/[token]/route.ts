import { bodyOf } from "@/auth/door-body";
import { seeOther } from "@/auth/doors";
import { refuseMails } from "@/domain/notifications/commands/refuse-mails";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { currentRequestId, withRequestId } from "@/lib/logger";
import { readUnsubscribeToken } from "@/lib/tokens";

type Context = { params: Promise<{ token: string }> };

const guest = { type: "guest", seats: [] } as const;
const pageOf = (token: string, more: Record<string, string> = {}) =>
  `/unsubscribe?${new URLSearchParams({ token, ...more })}`;

/** Shows the page with the button. It ends nothing: mail scanners follow every link (S26). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return seeOther(pageOf((await params).token));
}

/**
 * Ends mails that no registration needs: `List-Unsubscribe=One-Click` from the mail program (RFC 8058), which brings no
 * cookie and no origin, or the button of our page. The mailed token says for whom; whoever has it can do nothing else.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const headers = { "cache-control": "no-store" };
  return withRequestId(crypto.randomUUID(), async () => {
    const [refusal, body] = [await readUnsubscribeToken(token), await bodyOf(request)];
    if (!refusal || !body) return new Response(null, { status: 404, headers });
    const isPage = body.page === "yes";
    const want = isPage && body.want === "on" ? "on" : "off";
    const input = { ...refusal, want };
    const result = await refuseMails({ actor: guest, input, requestId: currentRequestId() });
    if (!result.ok) return new Response(null, { status: 503, headers: { ...headers, "retry-after": "30" } });
    if (isPage) return seeOther(href(localeOf(body.locale), pageOf(token, { done: want })));
    return new Response(null, { status: 200, headers });
  });
}
