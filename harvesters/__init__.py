"""Knows formats. Response -> RawEvents + Issues. Never guesses meaning."""
