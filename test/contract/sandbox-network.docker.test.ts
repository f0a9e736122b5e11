import { dockerContractSetup } from "./docker-contract-setup.ts";
import { describeNetworkContract } from "./sandbox-network.ts";

describeNetworkContract({
  name: "docker",
  setup: async () => await dockerContractSetup(),
});
