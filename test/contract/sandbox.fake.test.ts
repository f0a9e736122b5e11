import { openFakeProvider } from "../helpers/fake-sandbox.ts";
import { describeSandboxContract } from "./sandbox-contract.ts";

describeSandboxContract({
  name: "fake",
  async setup() {
    const provider = openFakeProvider();
    return { provider, image: { kind: "image", reference: "none" }, owner: "test", close: async () => undefined };
  },
  skips: {
    user: "(the fake's processes keep the user of the test)",
    outOfMemory: "(the fake limits nothing)",
  },
});
