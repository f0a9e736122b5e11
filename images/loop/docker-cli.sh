#!/bin/sh
# Docker's command line and two plugins into /out: buildx for images that mount secrets, compose for tasks of several
# containers. bookworm has neither, so all are unpacked from trixie's packages, by this image's own sources with the
# suite's name changed.
set -eu
work=/tmp/trixie
mkdir -p "$work/sources" "$work/lists/partial" "$work/cache/archives/partial" /out/bin /out/cli-plugins
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
  if [ -f "$file" ]; then sed 's/bookworm/trixie/g' "$file" >"$work/sources/$(basename "$file")"; fi
done
cd "$work"
trixie() {
  apt-get -qq -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$work/sources" \
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root "$@"
}
trixie update
trixie download docker-cli docker-buildx docker-compose
for package in docker-cli_*.deb docker-buildx_*.deb docker-compose_*.deb; do dpkg -x "$package" unpacked; done
cp unpacked/usr/bin/docker /out/bin/docker
cp unpacked/usr/libexec/docker/cli-plugins/docker-buildx unpacked/usr/libexec/docker/cli-plugins/docker-compose \
  /out/cli-plugins/
# Built for another suite: it is missed here, not at night.
/out/bin/docker --version
/out/cli-plugins/docker-buildx version
/out/cli-plugins/docker-compose version
