mkdir bin
mv node_modules/@anthropic-ai/claude-code-linux-*/claude bin/claude
rm -r node_modules
bin/claude --version
