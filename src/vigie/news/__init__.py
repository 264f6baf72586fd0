"""Dated texts that editors commit: plaidoyer by month, news by day."""
