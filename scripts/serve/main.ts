import cluster from "node:cluster";
import { EnvironmentError, env } from "@/lib/env";
import { serveApp } from "./app";
import { serveCluster } from "./cluster";

try {
  if (cluster.isPrimary && env().PLENUM_PROCESSES > 1) serveCluster();
  else await serveApp();
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  console.error(error.message);
  process.exit(1);
}
