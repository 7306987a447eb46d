import { runBesideDatabase } from "../beside-database.mjs";

/** Founds a network and invites its first owner. */
export const run = ({ args }) => runBesideDatabase("network", args);
