"""Knows the order: command line, pipeline, scheduler, settings, clock."""
