"""The log: canonical bytes, hashes, heads, checkpoints, and what they prove."""
