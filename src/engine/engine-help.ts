import { canInstall, type HostFacts, hasDebianPackages } from "./host-facts.ts";

/** What a person types to get an engine on this machine; at most twelve lines. */
export function engineHelp(facts: HostFacts): string[] {
  const check = "  npx auto-harness doctor                             (looks again)";
  switch (facts.platform) {
    case "darwin":
      return [
        "To get a Docker engine on macOS, install and start one of these:",
        "  Docker Desktop   brew install --cask docker         then open it once",
        "  OrbStack         brew install --cask orbstack       then open it once",
        "  Colima           brew install colima docker docker-compose docker-buildx && colima start",
        check,
      ];
    case "win32":
      return [
        "auto-harness runs on Linux; on Windows that is WSL2:",
        "  wsl --install                                       (then restart, and open Ubuntu)",
        "Inside it, clone the project again and either",
        "  switch on Docker Desktop's WSL integration, or type",
        '  sudo env "PATH=$PATH" npx auto-harness doctor --fix',
      ];
    default:
      return [...linuxHelp(facts), check];
  }
}

function linuxHelp(facts: HostFacts): string[] {
  if (canInstall(facts)) return ["To install and start a Docker engine here:", "  npx auto-harness doctor --fix"];
  const group = [
    "Then let this account use it (members of the group are as good as root):",
    "  sudo usermod -aG docker $USER && newgrp docker",
  ];
  if (hasDebianPackages(facts)) {
    return [
      "Installing a Docker engine needs root. With sudo:",
      '  sudo env "PATH=$PATH" npx auto-harness doctor --fix',
      ...group,
    ];
  }
  const install = installCommand([facts.distribution?.id ?? "", ...(facts.distribution?.like ?? [])]);
  return [
    `To get a Docker engine on ${facts.distribution?.title ?? facts.platform}:`,
    `  ${install}`,
    "  sudo systemctl enable --now docker",
    ...(facts.root ? [] : group),
    "An engine elsewhere serves too: export DOCKER_HOST=ssh://you@machine",
  ];
}

function installCommand(names: readonly string[]): string {
  const known: ReadonlyArray<readonly [string, string]> = [
    ["fedora", "sudo dnf install moby-engine docker-compose docker-buildx"],
    ["rhel", "sudo dnf install docker-ce docker-compose-plugin docker-buildx-plugin   (from Docker's repository)"],
    ["arch", "sudo pacman -S docker docker-compose docker-buildx"],
    ["suse", "sudo zypper install docker docker-compose docker-buildx"],
  ];
  const match = known.find(([name]) => names.some((it) => it === name || it.includes(name)));
  return match?.[1] ?? "install the Docker engine of your distribution, with its compose and buildx plugins";
}
