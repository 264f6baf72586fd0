"""The ledger of the plan's measures: what it says, what each voice finds, with dates and sources."""
