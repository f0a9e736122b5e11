# The box of a coding agent that is an npm package: its packages by lockfile, Node, our runtime, and the harness's commands.
# Beside this file its context has package.json, package-lock.json and install.sh of images/coding-agent-<name>, and what
# src/channel/coding-image.ts makes: runtime/ and bin/. Needs BuildKit.
FROM node:24-bookworm-slim AS node

FROM node AS packages
WORKDIR /opt/coding-agent
COPY package.json package-lock.json ./
# Secrets of the host, see docs/engine.md: nothing is mounted where it gave none.
RUN --mount=type=secret,id=ca,target=/run/secrets/ca \
    --mount=type=secret,id=npm-registry,target=/run/secrets/npm-registry \
    if [ -f /run/secrets/ca ]; then export NODE_EXTRA_CA_CERTS=/run/secrets/ca; fi; \
    if [ -f /run/secrets/npm-registry ]; then NPM_CONFIG_REGISTRY="$(cat /run/secrets/npm-registry)"; export NPM_CONFIG_REGISTRY; fi; \
    npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --cache /tmp/npm
COPY install.sh /tmp/install.sh
# Optional packages, one for each processor: it is missed here, not at night.
RUN ["sh", "-eu", "/tmp/install.sh"]

FROM debian:bookworm-slim
COPY --from=node /usr/local/bin/node /opt/auto-harness/node
COPY --from=packages /opt/coding-agent /opt/coding-agent
COPY runtime /opt/auto-harness/runtime
COPY bin /usr/local/bin
# A memory file system takes over the mode of the folder that it is mounted on.
RUN mkdir -p /work /home/coding-agent /run/auto-harness \
  && chmod 1777 /work /home/coding-agent /run/auto-harness \
  && ln -s /opt/auto-harness/node /usr/local/bin/node \
  && ln -s /opt/coding-agent/bin/* /usr/local/bin/
WORKDIR /work
