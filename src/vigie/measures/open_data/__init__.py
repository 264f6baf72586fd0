"""The ledger as open data: tables, workbook, description of the tables, states, feed, calendar. All depend on it alone."""
