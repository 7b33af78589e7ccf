"""The static site and its feeds, made from the frozen public data."""
