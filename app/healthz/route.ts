/** The process answers. Says nothing about what it needs; that is `/readyz`. */
export const GET = () => new Response("ok\n", { headers: { "cache-control": "no-store" } });
export const dynamic = "force-dynamic";
