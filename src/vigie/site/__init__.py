"""The site as a whole: who publishes it, its members and topics, its navigation, the frame around each page."""
