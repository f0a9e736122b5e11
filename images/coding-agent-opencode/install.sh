mkdir bin
mv node_modules/opencode-linux-*/bin/opencode bin/opencode
rm -r node_modules
bin/opencode --version
