"""The protection of readers: helplines, the way out of the page, the check of the built HTML."""
