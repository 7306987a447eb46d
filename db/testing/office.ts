import type { Actor } from "@/domain/policy";
import { personActor } from "./actors";
import { aMember, aNetwork } from "./makers";

type Network = Awaited<ReturnType<typeof aNetwork>>;

/** Somebody who owns the network, as they are signed in. */
export async function anOwner(network: Network) {
  const person = await aMember(network, "network_admin");
  const actor: Actor = personActor(person, [{ role: "network_admin", networkId: network.id }]);
  return { person, actor };
}

/** A network with one owner. */
export async function anOffice() {
  const network = await aNetwork();
  return { network, ...(await anOwner(network)) };
}
