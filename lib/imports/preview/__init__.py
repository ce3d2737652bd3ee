"""A plan told before it is written: what changes, which statuses with it, and what likely lies behind."""
