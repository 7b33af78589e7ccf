"""Knows history. The only package that speaks SQL."""
