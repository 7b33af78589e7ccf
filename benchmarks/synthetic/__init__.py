"""A made-up region whose truth is known: places, sources, events, and what sources make of the same event (``synthetic_region``)."""
