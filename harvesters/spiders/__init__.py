"""Site-specific spiders, one file a source, where YAML does not reach."""
