"""Many queries at once, with numpy: the same answers as one by one. Imported by who asks a long list only."""
