"""Tests of aspects; `<aspect>.toml` holds pairs of texts with the shifts that must be told."""
