"""The channel's Python side: frames and a peer over a pair of descriptors (docs/channel.md)."""
