"""The dated texts for programs that follow them: an Atom feed, a JSON Feed, a calendar of their events."""
