import { openFakeProvider } from "../helpers/fake-sandbox.ts";
import { describeNetworkContract } from "./sandbox-network.ts";

describeNetworkContract({
  name: "fake",
  async setup() {
    const provider = openFakeProvider();
    return { provider, image: { kind: "image", reference: "none" }, owner: "test", close: async () => undefined };
  },
  skips: {
    allowedHosts: "(the fake's processes have the network of the test)",
    projects: "(the fake has no images that a service could be made of)",
  },
});
