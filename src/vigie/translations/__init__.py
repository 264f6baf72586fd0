"""The tracking of translations: what a text was made from, and whether it still says the same."""
