"""Knows meaning. RawEvent -> Listing -> Event -> Occurrence -> Overlap. Pure: no network, disk or clock."""
