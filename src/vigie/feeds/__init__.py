"""What all feeds and calendars share: names that never change, how Atom and iCalendar are written, where links lead."""
