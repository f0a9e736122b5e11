import { expect, test } from "vitest";
import { isBuildTrouble } from "../../../src/sandboxes/build-trouble.ts";

test.each([
  "toomanyrequests: You have reached your pull rate limit",
  "unexpected status code 429 Too Many Requests",
  'Get "https://registry-1.docker.io/v2/": net/http: TLS handshake timeout',
  "Temporary failure resolving 'deb.debian.org'",
  "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
  "read tcp 10.0.0.2:4->10.0.0.3:443: read: connection reset by peer",
  "Could not connect to deb.debian.org:80, connection timed out",
  "connect: connection refused",
  "E: Failed to fetch http://deb.debian.org/debian/pool/x.deb  503  Service Unavailable",
  "received unexpected HTTP status: 502 Bad Gateway",
  "curl: (22) The requested URL returned error: 504",
  "2026-11-30 03:00:00 ERROR 503: Service Unavailable.",
  "npm error code E503",
  "ERROR: HTTP error 500 while getting https://files.pythonhosted.org/x.whl",
])("a registry, a mirror or the network failed: %s", (line) => {
  expect(isBuildTrouble(`step 3\n${line}\nfailed to run the step`)).toBe(true);
});

test.each([
  "failed to run command: exit status 3",
  "make: *** [Makefile:5: all] Error 2",
  "E: Unable to locate package nonesuch",
  "curl: (22) The requested URL returned error: 404",
  "manifest unknown",
  "tests: 503 passed, 1 failed",
])("the Dockerfile's own: %s", (line) => {
  expect(isBuildTrouble(`step 3\n${line}`)).toBe(false);
});
