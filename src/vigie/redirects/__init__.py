"""Old addresses: those of the site before this one, and those of our own pages that were renamed or removed."""
