# What comes with it: a search program for its shell, and an application that speaks, which nobody listens to here.
mkdir bin
mv node_modules/codex-linux-*/vendor/*/bin/* bin/
mv node_modules/codex-linux-*/vendor/*/codex-path/rg bin/rg
rm -r node_modules
bin/codex --version
bin/rg --version
