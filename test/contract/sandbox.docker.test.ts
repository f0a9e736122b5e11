import { dockerContractSetup } from "./docker-contract-setup.ts";
import { describeSandboxContract } from "./sandbox-contract.ts";

describeSandboxContract({
  name: "docker",
  setup: async () => await dockerContractSetup(),
});
