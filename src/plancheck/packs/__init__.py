"""Rules on disk: loading, registry, shared vocabulary, settings, `extends`, coverage, examples."""
