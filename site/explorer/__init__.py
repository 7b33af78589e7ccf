"""The Datasette plugin: the public data for those who ask questions of it."""
